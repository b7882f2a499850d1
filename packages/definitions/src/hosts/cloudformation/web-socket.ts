import { readIntegration } from "../../facts/read-integration.js";
import type { IntegrationResponseFacts, TemplateFacts } from "../../facts/template-facts.js";
import type { TemplateSearch } from "../../template-search.js";
import type { HostNode } from "../../tree/host-node.js";
import { entryOf, pointerTo, valueAt } from "../../tree/lookup.js";
import { displayText } from "../../tree/node-text.js";
import { findInIntegration } from "../find-in-integration.js";
import type { Resource, ResourceGraph } from "./resource-graph.js";

/** Finds the templates of an `AWS::ApiGatewayV2::Integration`. */
export function findInWebSocketIntegration(
  integration: Resource,
  address: string,
  graph: ResourceGraph,
  search: TemplateSearch,
): void {
  const properties = integration.properties!;
  const routeKey = routeKeyOf(integration, graph, search);
  const apiType = apiTypeOf(properties, graph, search);
  findInIntegration(properties, address, { apiType, ...(routeKey !== undefined && { routeKey }) }, search);
}

/** Finds the templates of an `AWS::ApiGatewayV2::IntegrationResponse`. */
export function findInWebSocketResponse(
  properties: HostNode,
  address: string,
  graph: ResourceGraph,
  search: TemplateSearch,
): void {
  const templates = entryOf(properties, "ResponseTemplates");
  if (templates === undefined) return;
  const owner = graph.referred(valueAt(properties, "IntegrationId"));
  const routeKey = owner && routeKeyOf(owner, graph, search);
  const key = displayText(valueAt(properties, "IntegrationResponseKey"), search.context);
  // `/200/` or `/4\d{2}/` selects by status; `$default` answers what nothing else does.
  const response: IntegrationResponseFacts = {
    ...(key !== undefined && { selectionPattern: key === "$default" ? "" : key }),
    responseParameters: {},
  };
  search.addTemplateMap(templates.value, pointerTo(address, templates.key), {
    direction: "response",
    apiType: apiTypeOf(properties, graph, search),
    ...(routeKey !== undefined && { routeKey }),
    ...(owner?.properties !== undefined && { integration: readIntegration(owner.properties, search.context) }),
    response,
  });
}

/** Templates exist in WebSocket APIs only, so that is what an API defined elsewhere is. */
function apiTypeOf(properties: HostNode, graph: ResourceGraph, search: TemplateSearch): TemplateFacts["apiType"] {
  const api = graph.referred(valueAt(properties, "ApiId"));
  if (api?.type === "AWS::Serverless::HttpApi") return "HTTP";
  const protocol = displayText(valueAt(api?.properties, "ProtocolType"), search.context);
  return protocol === "HTTP" ? "HTTP" : "WEBSOCKET";
}

/** The key of the route whose target names the integration (`integrations/<Integration>`). */
function routeKeyOf(integration: Resource, graph: ResourceGraph, search: TemplateSearch): string | undefined {
  const route = graph.resources.find(
    ({ type, properties }) =>
      type === "AWS::ApiGatewayV2::Route" &&
      displayText(valueAt(properties, "Target"), search.context)?.endsWith(`<${integration.name}>`) === true,
  );
  return displayText(valueAt(route?.properties, "RouteKey"), search.context);
}
