import type { PlainObject } from "../plain-object.js";

const TIME = Date.UTC(2025, 0, 31, 12, 0, 0);
const API = "a1b2c3d4e5";

/** What a definition says of a template that decides what its `$context` holds; of a template by itself nothing. */
export interface ContextUse {
  readonly apiType?: "REST" | "WEBSOCKET" | "HTTP";
  /** Of a REST API; `ANY` says nothing, nor does a path with `<name>` for what is filled in later. */
  readonly httpMethod?: string;
  readonly path?: string;
  /** Of a WebSocket API. */
  readonly routeKey?: string;
}

/**
 * The `$context` of an anonymous request to a REST API. Keys and their order are those recorded from the service
 * (language.md, section 3); addresses and ids are from the ranges reserved for examples.
 */
export const SAMPLE_CONTEXT = {
  resourceId: "abc123",
  resourcePath: "/sample",
  httpMethod: "POST",
  extendedRequestId: "ExampleRequestId=",
  requestTime: "31/Jan/2025:12:00:00 +0000",
  path: "/prod/sample",
  accountId: "123456789012",
  protocol: "HTTP/1.1",
  requestOverride: { path: {}, header: {}, querystring: {} },
  stage: "prod",
  domainPrefix: API,
  requestTimeEpoch: TIME,
  requestId: "11111111-2222-3333-4444-555555555555",
  identity: {
    cognitoIdentityPoolId: null,
    accountId: null,
    cognitoIdentityId: null,
    caller: null,
    sourceIp: "203.0.113.10",
    principalOrgId: null,
    accessKey: null,
    cognitoAuthenticationType: null,
    cognitoAuthenticationProvider: null,
    userArn: null,
    userAgent: "curl/8.7.1",
    user: null,
  },
  domainName: `${API}.execute-api.us-east-1.amazonaws.com`,
  deploymentId: "d1e2f3",
  responseOverride: { header: {} },
  apiId: API,
} satisfies Readonly<Record<string, unknown>>;

/** What every event of a WebSocket API has (gateway.md, 6.13), in the order in which the service tells Lambda functions. */
const WEBSOCKET_CONTEXT = {
  routeKey: "$default",
  messageId: "ExampleMessageId=",
  eventType: "MESSAGE",
  extendedRequestId: SAMPLE_CONTEXT.extendedRequestId,
  requestTime: SAMPLE_CONTEXT.requestTime,
  messageDirection: "IN",
  stage: SAMPLE_CONTEXT.stage,
  connectedAt: TIME - 60_000,
  requestTimeEpoch: TIME,
  identity: { sourceIp: SAMPLE_CONTEXT.identity.sourceIp, userAgent: SAMPLE_CONTEXT.identity.userAgent },
  requestId: SAMPLE_CONTEXT.extendedRequestId,
  domainName: SAMPLE_CONTEXT.domainName,
  connectionId: "ExampleConnectionId=",
  apiId: API,
} satisfies PlainObject;

/** The `$context` of an anonymous request that reaches a template, used where the event says nothing about it. */
export function sampleContext({
  apiType,
  httpMethod = "ANY",
  path = "<path>",
  routeKey,
}: ContextUse = {}): PlainObject {
  if (apiType === "WEBSOCKET") return webSocketContext(routeKey);
  return {
    ...SAMPLE_CONTEXT,
    ...(httpMethod !== "ANY" && { httpMethod }),
    ...(!path.includes("<") && {
      resourcePath: path,
      path: `/${SAMPLE_CONTEXT.stage}${path.replace(/\{([^}+]*)\+?\}/g, "$1")}`,
    }),
  };
}

function webSocketContext(routeKey: string = WEBSOCKET_CONTEXT.routeKey): PlainObject {
  if (routeKey !== "$connect" && routeKey !== "$disconnect") return { ...WEBSOCKET_CONTEXT, routeKey };
  const { messageId: _, ...context } = WEBSOCKET_CONTEXT;
  return { ...context, routeKey, eventType: routeKey.slice(1).toUpperCase() };
}
