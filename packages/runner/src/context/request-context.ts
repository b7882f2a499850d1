import type { GatewaySettings } from "../gateway-options.js";
import { commonLogDate } from "../log/date.js";
import type { ReceivedRequest } from "../request/received-request.js";

/** What `$context` holds: strings, numbers, null, and maps of them. */
export type ContextValues = Record<string, unknown>;

export interface RequestIds {
  readonly requestId: string;
  readonly extendedRequestId: string;
}

export interface ApiIdentity {
  readonly apiId: string;
  readonly stage: string;
  readonly deploymentId: string;
  readonly domainName: string;
}

const NO_REQUEST_OVERRIDE = { path: {}, header: {}, querystring: {} };
const NO_RESPONSE_OVERRIDE = { header: {} };

/** `$context` of a request for a resource, with the names and in the order that were recorded in 2025. */
export function contextOf(
  api: ApiIdentity,
  settings: GatewaySettings,
  request: ReceivedRequest,
  resourcePath: string,
  ids: RequestIds,
  time: number,
): ContextValues {
  const stage = request.testInvoke ? "test-invoke-stage" : api.stage;
  return {
    resourceId: resourceIdOf(resourcePath),
    resourcePath,
    httpMethod: request.httpMethod,
    extendedRequestId: ids.extendedRequestId,
    requestTime: commonLogDate(time),
    path: request.testInvoke ? request.rawPath : `/${stage}${request.rawPath}`,
    accountId: settings.accountId,
    protocol: "HTTP/1.1",
    requestOverride: NO_REQUEST_OVERRIDE,
    stage,
    domainPrefix: request.testInvoke ? "testPrefix" : api.apiId,
    requestTimeEpoch: time,
    requestId: ids.requestId,
    identity: identityOf(request),
    domainName: request.testInvoke ? "testPrefix.testDomainName" : api.domainName,
    deploymentId: api.deploymentId,
    responseOverride: NO_RESPONSE_OVERRIDE,
    apiId: api.apiId,
  };
}

/** Six characters that stay the same for a path, in place of the id that the service makes up. */
function resourceIdOf(path: string): string {
  let hash = 7;
  for (let i = 0; i < path.length; i++) hash = (Math.imul(hash, 31) + path.charCodeAt(i)) >>> 0;
  return hash.toString(36).padStart(6, "0").slice(-6);
}

/** The twelve keys of an anonymous call. */
function identityOf(request: ReceivedRequest): ContextValues {
  return {
    cognitoIdentityPoolId: null,
    accountId: null,
    cognitoIdentityId: null,
    caller: null,
    sourceIp: request.sourceIp,
    principalOrgId: null,
    accessKey: null,
    cognitoAuthenticationType: null,
    cognitoAuthenticationProvider: null,
    userArn: null,
    userAgent: request.userAgent ?? null,
    user: null,
  };
}

/** A value of `$context` by its dotted name, `identity.sourceIp`; `undefined` for what is not there. */
export function contextValue(context: ContextValues, name: string): unknown {
  let value: unknown = context;
  for (const part of name.split(".")) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as ContextValues)[part];
  }
  return value;
}
