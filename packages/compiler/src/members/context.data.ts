/** A member of `$context`: what it is, who writes it, and how an editor explains it. */
export interface ContextKey {
  /** `identity.sourceIp`. */
  readonly path: string;
  /** `Map` for what has members. */
  readonly type: "String" | "Integer" | "Long" | "Map";
  readonly apis: "all" | "REST" | "WEBSOCKET";
  /** Whether a template may set it. */
  readonly writable?: boolean;
  /** Whether gateway responses have it, and mapping templates do not. */
  readonly ofErrors?: boolean;
  /** Whether the caller writes it, so that it may be any text; all else is the service's. */
  readonly isCallers?: boolean;
  /** The characters of a text, as a class of regular expressions has them. */
  readonly characters?: string;
  readonly documentation: string;
}

const WORD = "\\w\\-.~";
/** Base64 for URLs: `ZDb-VclrIAMCJ3w=` (aws-sdk-java#1987). */
const REQUEST_ID = "\\w\\-=";

type Row = readonly [path: string, documentation: string, more?: Partial<ContextKey>];

const rows: readonly Row[] = [
  ["accountId", "The AWS account that owns the API.", { characters: "0-9" }],
  ["apiId", "The API's id.", { characters: WORD }],
  ["authorizer", "What the authorizer gave; there only if the method has one.", { type: "Map" }],
  [
    "authorizer.claims",
    "Claims of a Cognito token. Odd names need brackets: `$context.authorizer.claims['custom:x']`.",
    { type: "Map" },
  ],
  ["authorizer.claims.sub", "The user's id in the Cognito pool."],
  ["authorizer.claims.email", "The user's address, if the token has it. Written by the user: escape it."],
  ["authorizer.claims.iss", "Who issued the token."],
  ["authorizer.principalId", "The user whom a Lambda authorizer named."],
  ["authorizer.integrationLatency", "How long the authorizer took, in milliseconds.", { apis: "WEBSOCKET" }],
  ["awsEndpointRequestId", "The request id of the AWS endpoint."],
  ["deploymentId", "The deployment that answers.", { characters: WORD }],
  ["domainName", "The host name that the request was sent to.", { characters: WORD }],
  ["domainPrefix", "The first label of the host name.", { characters: WORD }],
  ["error", "Why the gateway answers instead of the backend.", { type: "Map", ofErrors: true }],
  [
    "error.message",
    "What went wrong, without quotes around it. In a JSON document use `$context.error.messageString`.",
    { ofErrors: true },
  ],
  ["error.messageString", "What went wrong as a JSON string, with its quotes.", { ofErrors: true }],
  ["error.responseType", "The type of the response, such as `BAD_REQUEST_BODY`.", { ofErrors: true }],
  [
    "error.validationErrorString",
    "What the request's model refuses, in detail; for `BAD_REQUEST_BODY`.",
    { ofErrors: true },
  ],
  ["extendedRequestId", "The extended id that the service gives the request.", { characters: REQUEST_ID }],
  ["httpMethod", "The HTTP method, `POST`.", { apis: "REST", characters: WORD }],
  ["identity", "Who calls.", { type: "Map" }],
  ["identity.accountId", "The AWS account of the caller."],
  ["identity.accessKey", "The AWS access key of the caller."],
  ["identity.apiKey", "The API key that was sent."],
  ["identity.apiKeyId", "The id of the API key that was sent."],
  ["identity.caller", "The signed caller's principal."],
  ["identity.clientCert", "The client's certificate, with mutual TLS.", { type: "Map" }],
  ["identity.clientCert.clientCertPem", "The certificate as PEM text.", { isCallers: true }],
  ["identity.clientCert.issuerDN", "The distinguished name of the issuer.", { isCallers: true }],
  ["identity.clientCert.serialNumber", "The serial number."],
  ["identity.clientCert.subjectDN", "The distinguished name of the subject.", { isCallers: true }],
  ["identity.clientCert.validity", "When the certificate is valid.", { type: "Map" }],
  ["identity.clientCert.validity.notAfter", "Valid up to."],
  ["identity.clientCert.validity.notBefore", "Valid from."],
  ["identity.cognitoAuthenticationProvider", "The Cognito providers that the caller used."],
  ["identity.cognitoAuthenticationType", "`authenticated` or `unauthenticated`."],
  ["identity.cognitoIdentityId", "The Cognito identity of the caller."],
  ["identity.cognitoIdentityPoolId", "The Cognito identity pool of the caller."],
  ["identity.principalOrgId", "The AWS organization of the caller."],
  ["identity.sourceIp", "The address that the request came from.", { characters: "0-9a-f.:" }],
  ["identity.user", "The signed caller's user."],
  ["identity.userAgent", "The `User-Agent` header. Written by the caller: escape it.", { isCallers: true }],
  ["identity.userArn", "The ARN of the signed caller."],
  ["identity.vpcId", "The VPC that the request came from."],
  ["identity.vpceId", "The VPC endpoint that the request came through."],
  ["isCanaryRequest", "`true` or `false`: whether the canary answers."],
  [
    "path",
    "The path with the stage: `/prod/orders/7`. Written by the caller: escape it.",
    { apis: "REST", isCallers: true },
  ],
  ["protocol", "`HTTP/1.1`.", { characters: `${WORD}/` }],
  ["requestId", "The id that the service gives the request.", { characters: "0-9a-f\\-" }],
  ["requestOverride", "Replaces parts of the request to the backend.", { type: "Map", writable: true, apis: "REST" }],
  [
    "requestOverride.header",
    "Headers to the backend, by name; a list sends several values.",
    { type: "Map", writable: true, apis: "REST" },
  ],
  ["requestOverride.path", "Path parameters to the backend, by name.", { type: "Map", writable: true, apis: "REST" }],
  [
    "requestOverride.querystring",
    "Query parameters to the backend, by name.",
    { type: "Map", writable: true, apis: "REST" },
  ],
  ["requestTime", "When the request came: `09/Apr/2015:12:34:56 +0000`.", { characters: `${WORD}/:+ ` }],
  ["requestTimeEpoch", "When the request came, in milliseconds since 1970.", { type: "Long" }],
  ["resourceId", "The id of the resource.", { apis: "REST", characters: WORD }],
  ["resourcePath", "The path of the resource without stage: `/orders/{id}`.", { apis: "REST" }],
  ["responseOverride", "Replaces parts of the response.", { type: "Map", writable: true, apis: "REST" }],
  [
    "responseOverride.header",
    "Headers of the response, by name; a list sends several values.",
    { type: "Map", writable: true, apis: "REST" },
  ],
  [
    "responseOverride.status",
    "The status of the response, 100 to 599. It need not be declared. *(recorded)*",
    { type: "Integer", writable: true, apis: "REST" },
  ],
  ["stage", "The stage's name.", { characters: WORD }],
  ["wafResponseCode", "What AWS WAF answered: `WAF_ALLOW` or `WAF_BLOCK`.", { apis: "REST" }],
  ["webaclArn", "The web ACL that decided about the request.", { apis: "REST" }],
  ["connectedAt", "When the connection was made, in milliseconds since 1970.", { apis: "WEBSOCKET", type: "Long" }],
  ["connectionId", "The id of the connection.", { apis: "WEBSOCKET", characters: REQUEST_ID }],
  ["eventType", "`CONNECT`, `MESSAGE` or `DISCONNECT`.", { apis: "WEBSOCKET" }],
  ["messageDirection", "`IN` or `OUT`.", { apis: "WEBSOCKET" }],
  ["messageId", "The id of the message.", { apis: "WEBSOCKET" }],
  ["routeKey", "The route that was chosen.", { apis: "WEBSOCKET" }],
  ["disconnectStatusCode", "Why the connection was closed, as a code.", { apis: "WEBSOCKET" }],
  [
    "disconnectReason",
    "Why the connection was closed. Written by the caller: escape it.",
    { apis: "WEBSOCKET", isCallers: true },
  ],
];

/** The members of `$context` that templates have, and those of gateway responses; not those of access logs. */
export const contextKeys: readonly ContextKey[] = rows.map(([path, documentation, more]) => ({
  path,
  documentation,
  type: "String",
  apis: "all",
  ...more,
}));

const byPath: ReadonlyMap<string, ContextKey> = new Map(contextKeys.map((key) => [key.path, key]));

/** The member at a path such as `identity.sourceIp`. */
export function contextKey(path: string): ContextKey | undefined {
  return byPath.get(path);
}
