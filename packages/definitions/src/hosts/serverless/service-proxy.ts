import { dataEntries, readIntegrationResponse } from "../../facts/read-integration.js";
import type { IntegrationFacts } from "../../facts/template-facts.js";
import type { FactsBase, TemplateSearch } from "../../template-search.js";
import type { HostNode } from "../../tree/host-node.js";
import { entryOf, pointerTo, valueAt } from "../../tree/lookup.js";
import { displayText } from "../../tree/node-text.js";

/** Response templates that the plugin names by outcome instead of content type, with the patterns it generates. */
const OUTCOMES: ReadonlyMap<string, { statusCode: string; selectionPattern: string }> = new Map([
  ["success", { statusCode: "200", selectionPattern: "" }],
  ["clientError", { statusCode: "400", selectionPattern: "4\\d{2}" }],
  ["serverError", { statusCode: "500", selectionPattern: "5\\d{2}" }],
]);

/** Finds the templates of the serverless-apigateway-service-proxy plugin: a list of `{SERVICE: {...}}`. */
export function findInServiceProxies(proxies: HostNode, address: string, search: TemplateSearch): void {
  if (proxies.kind !== "list") return;
  proxies.items.forEach((item, index) => {
    for (const { key: service, value } of dataEntries(item)) {
      findInProxy(service, value, pointerTo(pointerTo(address, index), service), search);
    }
  });
}

function findInProxy(service: string, node: HostNode, address: string, search: TemplateSearch): void {
  const { context } = search;
  const action = displayText(valueAt(node, "action"), context);
  const httpMethod = displayText(valueAt(node, "method"), context)?.toUpperCase();
  const path = displayText(valueAt(node, "path"), context);
  const integration: IntegrationFacts = {
    type: "AWS",
    proxy: false,
    service: service.toLowerCase(),
    ...(action !== undefined && { action }),
    requestParameters: {},
    requestTemplates: dataEntries(valueAt(node, "request", "template")).map((entry) => entry.key),
    responses: [],
  };
  const base: Omit<FactsBase, "direction"> = {
    apiType: "REST",
    ...(httpMethod !== undefined && { httpMethod }),
    ...(path !== undefined && { path: path.startsWith("/") ? path : `/${path}` }),
    integration,
  };
  const request = entryOf(valueAt(node, "request"), "template");
  if (request !== undefined) {
    const pointer = pointerTo(`${address}/request`, request.key);
    search.addTemplateMap(request.value, pointer, { ...base, direction: "request" });
  }
  findInProxyResponse(valueAt(node, "response"), `${address}/response`, base, search);
}

/** Either `template: {success, serverError...}` or a list of integration responses. */
function findInProxyResponse(
  node: HostNode | undefined,
  address: string,
  base: Omit<FactsBase, "direction">,
  search: TemplateSearch,
): void {
  if (node?.kind === "list") {
    node.items.forEach((item, index) => {
      const templates = entryOf(item, "responseTemplates");
      if (templates === undefined) return;
      const response = readIntegrationResponse(item, undefined, search.context);
      const pointer = pointerTo(pointerTo(address, index), templates.key);
      search.addTemplateMap(templates.value, pointer, { ...base, direction: "response", response });
    });
    return;
  }
  for (const { key, value } of dataEntries(valueAt(node, "template"))) {
    const outcome = OUTCOMES.get(key);
    const response = { ...outcome, responseParameters: {} };
    const facts = { ...base, direction: "response" as const, response, contentType: "application/json" };
    search.addTemplate(value, pointerTo(`${address}/template`, key), { ...facts, conditions: [] });
  }
}
