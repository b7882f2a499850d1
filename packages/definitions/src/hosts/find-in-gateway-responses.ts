import { dataEntries } from "../facts/read-integration.js";
import type { TemplateFacts } from "../facts/template-facts.js";
import type { TemplateSearch } from "../template-search.js";
import type { HostNode } from "../tree/host-node.js";
import { branches, entryOf, pointerTo, valueAt } from "../tree/lookup.js";
import { displayText } from "../tree/node-text.js";

/** Finds the templates of a map from response type to gateway response; they are not VTL. */
export function findInGatewayResponses(
  node: HostNode,
  address: string,
  apiType: TemplateFacts["apiType"],
  search: TemplateSearch,
): void {
  for (const { key: responseType, value } of branches(node).flatMap((branch) => dataEntries(branch.node))) {
    findInGatewayResponse(value, pointerTo(address, responseType), responseType, apiType, search);
  }
}

/** Finds the templates of one gateway response. */
export function findInGatewayResponse(
  node: HostNode,
  address: string,
  responseType: string,
  apiType: TemplateFacts["apiType"],
  search: TemplateSearch,
): void {
  const templates = entryOf(node, "responseTemplates");
  if (templates === undefined) return;
  const statusCode = displayText(valueAt(node, "statusCode"), search.context);
  const gatewayResponse = { responseType, ...(statusCode !== undefined && { statusCode }) };
  const facts = { direction: "response" as const, apiType, gatewayResponse };
  search.addTemplateMap(templates.value, pointerTo(address, templates.key), facts);
}
