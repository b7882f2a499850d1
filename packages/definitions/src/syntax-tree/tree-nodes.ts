import type { Node } from "web-tree-sitter";
import type { TextRange } from "../map/piece.js";

/** The node's named children, comments left out. */
export function namedChildren(node: Node): Node[] {
  return node.namedChildren.filter((child): child is Node => child !== null && child.type !== "comment");
}

/** The descendants of the given types, outermost first, in the order of the text. */
export function descendants(root: Node, types: readonly string[]): Node[] {
  return root.descendantsOfType([...types]).filter((node): node is Node => node !== null);
}

export function rangeOf(node: Node): TextRange {
  return { start: node.startIndex, end: node.endIndex };
}
