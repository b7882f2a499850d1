/**
 * What templates have, the commonest first, by kind as topics name it: counted over 297 public templates, once a template.
 * What is missing has hardly any use.
 */
export const byUse: Readonly<Record<string, readonly string[]>> = {
  directive: ["set", "end", "if", "foreach", "else", "elseif", "define"],
  root: [
    ...["input", "util", "context", "stageVariables", "method"],
    ...["path", "params", "json", "body"],
    ...["escapeJavaScript", "base64Encode", "parseJson", "urlEncode", "base64Decode", "urlDecode"],
  ],
  loop: ["hasNext", "count", "index"],
  context: [
    ...["requestId", "identity", "httpMethod", "requestTimeEpoch", "stage", "authorizer", "responseOverride"],
    ...["requestOverride", "apiId", "resourcePath", "resourceId", "connectionId", "extendedRequestId", "accountId"],
    ...["status", "sourceIp", "userAgent", "apiKey", "claims", "header", "principalId", "user", "userArn", "path"],
  ],
  class: [
    ...["get", "replaceAll", "keySet", "toString", "contains", "length", "size", "split", "equals", "substring"],
    ...["add", "put", "matches", "toLowerCase", "isEmpty"],
    // The templates have no method of a number; these are the ones that change what is printed.
    ...["intValue", "longValue", "doubleValue"],
  ],
};
