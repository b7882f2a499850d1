import type { HostNode } from "../../tree/host-node.js";
import { entryOf } from "../../tree/lookup.js";

/** Whether a tree is a Serverless framework service. */
export function isServerless(root: HostNode): boolean {
  return entryOf(root, "service") !== undefined && entryOf(root, "provider") !== undefined;
}
