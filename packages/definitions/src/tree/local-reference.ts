import type { HostNode } from "./host-node.js";
import { valueAt } from "./lookup.js";

/** What a `$ref` into the same document (`#/components/schemas/Pet`) leads to; `undefined` of any other node. */
export function localReference(node: HostNode, root: HostNode): HostNode | undefined {
  const reference = valueAt(node, "$ref");
  if (reference?.kind !== "scalar" || typeof reference.value !== "string" || !reference.value.startsWith("#/")) {
    return undefined;
  }
  const keys = reference.value.slice(2).split("/");
  return valueAt(root, ...keys.map((key) => percentDecoded(key).replaceAll("~1", "/").replaceAll("~0", "~")));
}

function percentDecoded(key: string): string {
  try {
    return decodeURIComponent(key);
  } catch {
    return key;
  }
}
