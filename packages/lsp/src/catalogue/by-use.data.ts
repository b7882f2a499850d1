/**
 * What templates have, the commonest first, by topic: counted over 297 public templates, once a template, `$context` and
 * `$input` below their whole paths. What is missing has hardly any use.
 */
export const byUse: Readonly<Record<string, readonly string[]>> = {
  directive: ["set", "end", "if", "foreach", "else", "elseif", "define"],
  root: ["input", "util", "context", "stageVariables", "method"],
  "root/input": ["path", "params", "json", "body"],
  "root/util": ["escapeJavaScript", "base64Encode", "parseJson", "urlEncode", "base64Decode", "urlDecode"],
  loop: ["hasNext", "count", "index"],
  context: [
    ...["requestId", "identity", "httpMethod", "requestTimeEpoch", "stage", "authorizer", "responseOverride"],
    ...[
      "requestOverride",
      "apiId",
      "resourcePath",
      "resourceId",
      "connectionId",
      "extendedRequestId",
      "accountId",
      "path",
    ],
    ...["identity.sourceIp", "identity.userAgent", "identity.user", "identity.apiKey", "identity.userArn"],
    ...["identity.accountId", "identity.caller", "identity.cognitoIdentityId", "identity.cognitoIdentityPoolId"],
    ...["authorizer.claims", "authorizer.principalId", "authorizer.claims.email", "authorizer.claims.sub"],
    ...["responseOverride.status", "responseOverride.header"],
    ...["requestOverride.header", "requestOverride.path", "requestOverride.querystring"],
  ],
  // Methods are seldom: what is counted comes first, then what others of the kind change or ask.
  "class/String": [
    ...["replaceAll", "contains", "length", "split", "substring", "equals", "matches", "toLowerCase", "isEmpty"],
    ...["replace", "startsWith", "endsWith", "indexOf", "toUpperCase", "trim", "equalsIgnoreCase", "lastIndexOf"],
    ...["replaceFirst", "charAt", "concat"],
  ],
  "class/List": ["size", "get", "isEmpty", "contains", "add", "indexOf", "subList", "set", "remove", "addAll"],
  "class/Map": ["get", "keySet", "entrySet", "containsKey", "size", "put", "isEmpty", "values", "remove", "putAll"],
  "class/Collection": ["size", "contains", "isEmpty"],
  "class/Entry": ["key", "value", "getKey", "getValue"],
  // Every template has one number at least, and so a way to these.
  "class/Integer": ["parseInt", "intValue", "longValue", "doubleValue", "max", "min"],
  "class/Double": ["intValue", "longValue", "doubleValue", "max", "min"],
};
