import { dataEntries } from "../../facts/read-integration.js";
import type { DefinitionPlace, FactsBase, TemplateSearch } from "../../template-search.js";
import type { HostNode } from "../../tree/host-node.js";
import { branches, entryOf, pointerTo, valueAt } from "../../tree/lookup.js";
import { displayTexts } from "../../tree/node-text.js";
import { findInGatewayResponses } from "../find-in-gateway-responses.js";
import { findInIntegration } from "../find-in-integration.js";
import { readOperation } from "./read-operation.js";

/** Whether a tree is an OpenAPI 2 or 3 document. */
export function isOpenApi(root: HostNode): boolean {
  return (
    entryOf(root, "paths") !== undefined || /^\d/.test(String(scalarOf(root, "swagger") ?? scalarOf(root, "openapi")))
  );
}

const scalarOf = (root: HostNode, key: string): unknown => {
  const value = valueAt(root, key);
  return value?.kind === "scalar" ? value.value : undefined;
};

const METHODS: ReadonlySet<string> = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);
const ANY_METHOD = "x-amazon-apigateway-any-method";

/** Finds the templates of an OpenAPI document's integrations and gateway responses. */
export function findInOpenApi(root: HostNode, place: DefinitionPlace, search: TemplateSearch): void {
  const own = displayTexts(valueAt(root, "x-amazon-apigateway-binary-media-types"), search.context);
  const binaryMediaTypes = [...(place.binaryMediaTypes ?? []), ...own];
  const paths = entryOf(root, "paths");
  for (const { node } of branches(paths?.value)) {
    for (const { key: path, value } of dataEntries(node)) {
      const address = pointerTo(pointerTo(place.address, paths!.key), path);
      for (const { node: item } of branches(value)) {
        findInPath(root, item, address, { apiType: place.apiType, path, binaryMediaTypes }, search);
      }
    }
  }
  const responses = entryOf(root, "x-amazon-apigateway-gateway-responses");
  if (responses !== undefined) {
    findInGatewayResponses(responses.value, pointerTo(place.address, responses.key), place.apiType, search);
  }
}

function findInPath(
  root: HostNode,
  item: HostNode,
  address: string,
  base: Omit<FactsBase, "direction">,
  search: TemplateSearch,
): void {
  for (const { key: method, value } of dataEntries(item)) {
    const any = method.toLowerCase() === ANY_METHOD;
    if (!any && !METHODS.has(method.toLowerCase())) continue;
    for (const { node: operation } of branches(value)) {
      const entry = entryOf(operation, "x-amazon-apigateway-integration");
      if (entry === undefined) continue;
      const facts = {
        ...base,
        httpMethod: any ? "ANY" : method.toUpperCase(),
        method: readOperation(operation, item, root, search.context),
      };
      const pointer = pointerTo(pointerTo(address, method), entry.key);
      for (const { node: integration } of branches(entry.value)) findInIntegration(integration, pointer, facts, search);
    }
  }
}
