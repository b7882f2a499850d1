import type { Authorizer, GatewayResponse } from "../../api-definition.js";
import type { DeclaredApi } from "../declared-api.js";
import { apiKeySource, readOpenApiArms } from "../openapi/read-openapi.js";
import { gatewayResponsesOf } from "../read-gateway-response.js";
import { readAuthorizer } from "../read-resource.js";
import { readMethods } from "./read-methods.js";
import type { Resource, TemplateResources } from "./template-resources.js";

/** An `AWS::ApiGateway::RestApi` with its `Body` and the resources that refer to it. */
export function readRestApi(api: Resource, resources: TemplateResources): DeclaredApi {
  const { properties } = api;
  const bucket = properties?.get("BodyS3Location");
  if (bucket !== undefined) {
    const message = "the definition of the API lies in a bucket; its methods are missing";
    bucket.evaluation.report(
      "definition-unsupported",
      bucket,
      message,
      "name the OpenAPI file itself instead of this template",
    );
  }
  const own = readOpenApiArms(properties?.arms("Body") ?? []);
  return {
    name: properties?.get("Name")?.text() ?? own?.name ?? api.name,
    routes: [...(own?.routes ?? []), ...readMethods(api, resources)],
    authorizers: { ...own?.authorizers, ...readAuthorizers(api, resources) },
    gatewayResponses: { ...own?.gatewayResponses, ...readGatewayResponses(api, resources) },
    binaryMediaTypes: [...(own?.binaryMediaTypes ?? []), ...(properties?.get("BinaryMediaTypes")?.list() ?? [])],
    apiKeySource: apiKeySource(properties?.get("ApiKeySourceType")?.text() ?? own?.apiKeySource),
  };
}

/** By logical id, which is what methods refer to. */
export function readAuthorizers(api: Resource, resources: TemplateResources): Record<string, Authorizer> {
  return Object.fromEntries(
    resources
      .ofType("AWS::ApiGateway::Authorizer")
      .filter(({ properties }) => resources.referred(properties, "RestApiId") === api)
      .flatMap(({ name, properties }) => {
        const authorizer = properties && readAuthorizer(properties, name);
        return authorizer === undefined ? [] : [[name, authorizer] as const];
      }),
  );
}

/** The `AWS::ApiGateway::GatewayResponse`s of an API, by type; `undefined`: of APIs that are declared elsewhere. */
export function readGatewayResponses(
  api: Resource | undefined,
  resources: TemplateResources,
): Record<string, GatewayResponse> {
  return gatewayResponsesOf(
    resources
      .ofType("AWS::ApiGateway::GatewayResponse")
      .filter(({ properties }) => resources.referred(properties, "RestApiId") === api)
      .flatMap(({ properties }) => properties ?? []),
  );
}
