import { integrationResponses, readIntegration, readIntegrationResponse } from "../facts/read-integration.js";
import type { FactsBase, TemplateSearch } from "../template-search.js";
import type { HostNode } from "../tree/host-node.js";
import { entryOf, pointerTo } from "../tree/lookup.js";

/** Finds the templates of one integration, whatever the host. */
export function findInIntegration(
  node: HostNode,
  address: string,
  base: Omit<FactsBase, "direction">,
  search: TemplateSearch,
): void {
  const integration = readIntegration(node, search.context);
  const requests = entryOf(node, "requestTemplates");
  if (requests !== undefined) {
    const facts = { ...base, integration, direction: "request" as const };
    search.addTemplateMap(requests.value, pointerTo(address, requests.key), facts);
  }
  for (const { node: responseNode, pattern, path } of integrationResponses(node)) {
    const templates = entryOf(responseNode, "responseTemplates");
    if (templates === undefined) continue;
    const response = readIntegrationResponse(responseNode, pattern, search.context);
    const pointer = [...path, templates.key].reduce<string>(pointerTo, address);
    search.addTemplateMap(templates.value, pointer, { ...base, integration, response, direction: "response" });
  }
}
