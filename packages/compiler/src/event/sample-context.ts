const TIME = Date.UTC(2025, 0, 31, 12, 0, 0);
const API = "a1b2c3d4e5";

/**
 * The `$context` of an anonymous request, used where the event says nothing about it. Keys and their order are those recorded
 * from the service (language.md, section 3); addresses and ids are from the ranges reserved for examples.
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
