import { type CharSet, range, unionOf } from "./char-set.js";
import type { RegexNode } from "./syntax-tree.js";

/** The characters that a match of the node can begin with; undefined when it may be empty or that is not known. */
export function firstSetOf(node: RegexNode): CharSet | undefined {
  switch (node.type) {
    case "literal":
      return range(node.codePoint, node.codePoint);
    case "set":
      return node.set;
    case "group":
    case "atomic":
      return firstSetOf(node.body);
    case "sequence":
      return node.nodes.length === 0 ? undefined : firstSetOf(node.nodes[0]!);
    case "alternation":
      return firstSetOfAll(node.branches);
    case "quantified":
      return node.min > 0 ? firstSetOf(node.body) : undefined;
    default:
      return undefined;
  }
}

function firstSetOfAll(branches: readonly RegexNode[]): CharSet | undefined {
  const sets: CharSet[] = [];
  for (const branch of branches) {
    const set = firstSetOf(branch);
    if (set === undefined) return undefined;
    sets.push(set);
  }
  return unionOf(sets);
}
