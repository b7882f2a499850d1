import type { ApiDefinition, Integration, Route } from "@apigw-vtl/definitions";
import type { Invocation } from "../pipeline/invocation.js";

export { gatewayRequest as request } from "../request/gateway-request.js";

/** Parts of definitions and requests with everything that a test does not care about. */

export function apiWith(...routes: readonly Route[]): ApiDefinition {
  return {
    name: "test",
    id: "abcde12345",
    routes,
    authorizers: {},
    gatewayResponses: {},
    binaryMediaTypes: [],
    stageName: "dev",
    stageVariables: {},
    apiKeySource: "HEADER",
    functions: {},
    tables: [],
  };
}

export function route(parts: Partial<Route> = {}): Route {
  return {
    path: "/",
    httpMethod: "ANY",
    apiKeyRequired: false,
    authorizationScopes: [],
    validator: { body: false, parameters: false },
    requestParameters: [],
    requestModels: {},
    methodResponses: (parts.integration?.responses ?? []).map(({ statusCode, responseParameters }) => ({
      statusCode,
      headers: Object.keys(responseParameters).map((target) => target.replace("method.response.header.", "")),
    })),
    ...parts,
  };
}

export function integration(parts: Partial<Integration> = {}): Integration {
  return {
    type: "MOCK",
    passthroughBehavior: "WHEN_NO_MATCH",
    requestParameters: {},
    requestTemplates: [],
    timeoutInMillis: 29_000,
    responses: [{ statusCode: "200", responseParameters: {}, responseTemplates: [] }],
    ...parts,
  };
}

export function textOfResponse({ response }: Invocation): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(response.body);
}
