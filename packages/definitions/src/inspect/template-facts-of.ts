import type { IntegrationResponse, Route } from "../api-definition.js";
import { readIntegrationUri } from "../facts/integration-uri.js";
import type { IntegrationFacts, IntegrationResponseFacts, MethodFacts } from "../facts/template-facts.js";
import type { InspectedApi } from "../formats/declared-api.js";
import type { FactsBase } from "../template-search.js";
import type { AnyIntegration } from "../template-use.js";
import { withoutReferences } from "./without-references.js";

/** What the templates of a route's integration have in common. */
export function routeFacts(api: InspectedApi, route: Route, integration: AnyIntegration): Omit<FactsBase, "direction"> {
  const { path, httpMethod, routeKey } = route;
  const { apiType } = api;
  if (apiType === "WEBSOCKET") {
    return { apiType, ...(routeKey !== undefined && { routeKey }), integration: integrationFacts(integration) };
  }
  return {
    apiType,
    ...(httpMethod !== "" && !httpMethod.startsWith("<") && { httpMethod }),
    ...(path !== "" && { path }),
    integration: integrationFacts(integration),
    method: methodFacts(route),
    binaryMediaTypes: api.binaryMediaTypes,
    ...stageFacts(api),
  };
}

/** What an API's stage says. */
export function stageFacts({ stageVariables = {} }: InspectedApi): Pick<FactsBase, "stageVariables"> {
  const names = Object.keys(stageVariables);
  return names.length > 0 ? { stageVariables: names } : {};
}

/** An integration as rules and editors see it. */
export function integrationFacts(integration: AnyIntegration): IntegrationFacts {
  const { type, uri, httpMethod, passthroughBehavior, contentHandling, requestParameters } = integration;
  return {
    ...(type !== undefined && { type }),
    proxy: type === "AWS_PROXY" || type === "HTTP_PROXY",
    ...(uri !== undefined && { uri, ...readIntegrationUri(uri) }),
    ...(httpMethod !== undefined && { httpMethod }),
    passthroughBehavior,
    ...(contentHandling !== undefined && { contentHandling }),
    requestParameters,
    requestTemplates: [...new Set(integration.requestTemplates.map(({ contentType }) => contentType))],
    responses: integration.responses.map(responseFacts),
  };
}

/** The integration response that a template belongs to. */
export function responseFacts(response: IntegrationResponse): IntegrationResponseFacts {
  const { statusCode, selectionPattern = "", contentHandling, responseParameters } = response;
  return {
    ...(statusCode !== "" && { statusCode }),
    selectionPattern,
    ...(contentHandling !== undefined && { contentHandling }),
    responseParameters,
  };
}

function methodFacts({ isPublic, requestParameters, requestModels, methodResponses }: Route): MethodFacts {
  return {
    ...(isPublic && { isPublic }),
    requestParameters,
    requestModels: Object.fromEntries(
      Object.entries(requestModels).map(([contentType, schema]) => [contentType, withoutReferences(schema)]),
    ),
    responses: methodResponses,
  };
}
