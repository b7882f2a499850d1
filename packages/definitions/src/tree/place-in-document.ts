import type { DocumentPath } from "@apigw-vtl/compiler";
import type { TextRange } from "../map/piece.js";
import type { HostNode } from "./host-node.js";

/**
 * Where in a document a path leads to, for messages about the value there: its key if it has one, else the value. What the
 * document does not have has the place of what is nearest above it.
 */
export function placeInDocument(root: HostNode, path: DocumentPath): TextRange {
  let node = root;
  let place: TextRange = { start: root.start, end: root.end };
  for (const step of path) {
    const entry = node.kind === "map" ? node.entries.findLast(({ key }) => key === step) : undefined;
    const item = node.kind === "list" && typeof step === "number" ? node.items[step] : entry?.value;
    if (item === undefined) return place;
    node = item;
    place = entry?.keyRange ?? { start: item.start, end: item.end };
  }
  return place;
}
