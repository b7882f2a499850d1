import type { HostNode } from "../../tree/host-node.js";
import { entryOf, valueAt } from "../../tree/lookup.js";

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
