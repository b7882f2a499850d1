import { commonLogTime, SAMPLE_CONTEXT } from "@apigw-vtl/compiler";
import type { GatewaySettings } from "../gateway-options.js";
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

/** `$context` of a request for a resource, in the order of the sample's, which was recorded. */
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
    ...SAMPLE_CONTEXT,
    resourceId: resourceIdOf(resourcePath),
    resourcePath,
    httpMethod: request.httpMethod,
    extendedRequestId: ids.extendedRequestId,
    requestTime: commonLogTime(time),
    path: request.testInvoke ? request.rawPath : `/${stage}${request.rawPath}`,
    accountId: settings.accountId,
    stage,
    domainPrefix: request.testInvoke ? "testPrefix" : api.apiId,
    requestTimeEpoch: time,
    requestId: ids.requestId,
    identity: { ...SAMPLE_CONTEXT.identity, sourceIp: request.sourceIp, userAgent: request.userAgent ?? null },
    domainName: request.testInvoke ? "testPrefix.testDomainName" : api.domainName,
    deploymentId: api.deploymentId,
    apiId: api.apiId,
  };
}

/** Six characters that stay the same for a path, in place of the id that the service makes up. */
function resourceIdOf(path: string): string {
  let hash = 7;
  for (let i = 0; i < path.length; i++) hash = (Math.imul(hash, 31) + path.charCodeAt(i)) >>> 0;
  return hash.toString(36).padStart(6, "0").slice(-6);
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
