import { readIntegration, readIntegrationResponse } from "../facts/read-integration.js";
import type { TemplateSearch } from "../template-search.js";
import type { HostMap, HostNode } from "../tree/host-node.js";
import { branches, entryOf, intrinsic, pointerTo } from "../tree/lookup.js";
import { directionOfMap } from "./template-maps.js";

/**
 * Finds what no finder of a known format came upon: maps under `requestTemplates` or `responseTemplates` (any case)
 * anywhere in a tree, as CLI inputs, CDK's tree.json and other tools' formats have them.
 */
export function findByKey(root: HostNode, search: TemplateSearch): void {
  const visited = new Set<HostNode>();
  const pending: { node: HostNode; address: string; integration: HostMap | undefined }[] = [
    { node: root, address: "", integration: undefined },
  ];
  while (pending.length > 0) {
    const { node, address, integration } = pending.pop()!;
    if (visited.has(node)) continue;
    visited.add(node);
    if (node.kind === "list") {
      const children = node.items.map((item, index) => ({
        node: item,
        address: pointerTo(address, index),
        integration,
      }));
      pending.push(...children.reverse());
    } else if (node.kind === "choice") {
      pending.push(...node.branches.map((branch) => ({ node: branch.node, address, integration })));
    } else if (node.kind === "map") {
      const owner = looksLikeIntegration(node) ? node : integration;
      for (const { key, value } of node.entries) addIfTemplates(node, key, value, address, owner, search);
      const children = node.entries.map(({ key, value }) => ({
        node: value,
        address: pointerTo(address, key),
        integration: owner,
      }));
      pending.push(...children.reverse());
    }
  }
}

function looksLikeIntegration(node: HostMap): boolean {
  return ["requestTemplates", "uri", "passthroughBehavior", "integrationResponses"].some(
    (key) => entryOf(node, key) !== undefined,
  );
}

function addIfTemplates(
  parent: HostMap,
  key: string,
  value: HostNode,
  address: string,
  integration: HostMap | undefined,
  search: TemplateSearch,
): void {
  const direction = directionOfMap(key);
  if (direction === undefined || isSeen(value, search)) return;
  const pointer = pointerTo(address, key);
  // Modules of Terraform take lists of such maps.
  const maps =
    value.kind === "list"
      ? value.items.map((node, index) => ({ node, at: pointerTo(pointer, index) }))
      : [{ node: value, at: pointer }];
  for (const { node, at } of maps.filter((each) => !isSchema(each.node))) {
    search.addTemplateMap(node, at, {
      direction,
      apiType: "REST",
      ...(integration !== undefined && { integration: readIntegration(integration, search.context) }),
      ...(direction === "response" && { response: readIntegrationResponse(parent, undefined, search.context) }),
    });
  }
}

const SCHEMA_KEYS: ReadonlySet<string> = new Set([
  "type",
  "description",
  "properties",
  "patternProperties",
  "shape",
  "$ref",
]);

/** What a JSON schema or the model of a service says of such maps; a content type has a `/`, or is `$default`. */
function isSchema(node: HostNode): boolean {
  return branches(node).some(
    ({ node: map }) =>
      map.kind === "map" &&
      map.entries.some(({ key }) => SCHEMA_KEYS.has(key)) &&
      !map.entries.some(({ key }) => key.includes("/") || key === "$default"),
  );
}

function isSeen(node: HostNode, search: TemplateSearch): boolean {
  if (search.wasSeen(node)) return true;
  const operands = intrinsic(node, "Fn::If");
  return operands?.kind === "list" && operands.items.some((item) => search.wasSeen(item));
}
