import { childrenOf, type Node } from "@apigw-vtl/compiler";

/**
 * The way from a node up to its template; the parent of an interpolated string's block is the string.
 *
 * Few nodes are asked for, so the way is looked for from the root down by the places of nodes, not kept for all.
 */
export class ParentMap {
  readonly #root: Node;
  /** Made when a node is not found by its place. */
  #all: ReadonlyMap<Node, Node> | undefined;

  constructor(root: Node) {
    this.#root = root;
  }

  parentOf(node: Node): Node | undefined {
    let parent = this.#root;
    if (node === parent) return undefined;
    for (let child = childAround(parent, node); child; child = childAround(parent, node)) {
      if (child === node) return parent;
      parent = child;
    }
    this.#all ??= parentsBelow(this.#root);
    return this.#all.get(node);
  }

  /** The innermost first. */
  *ancestorsOf(node: Node): Generator<Node> {
    for (let parent = this.parentOf(node); parent; parent = this.parentOf(parent)) yield parent;
  }

  /** Whether the reference is printed by a block, that of a string included, rather than used by an expression. */
  isPrinted(node: Node): boolean {
    return this.parentOf(node)?.type === "Block";
  }
}

/** The child that is the node or may hold it: the last one that starts where the node does, or before. */
function childAround(parent: Node, { range }: Node): Node | undefined {
  const children = childrenOf(parent);
  let low = 0;
  let high = children.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (children[middle]!.range.start <= range.start) low = middle + 1;
    else high = middle;
  }
  const child = children[low - 1];
  return child && child.range.end >= range.end ? child : undefined;
}

function parentsBelow(root: Node): ReadonlyMap<Node, Node> {
  const parents = new Map<Node, Node>();
  const pending: Node[] = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    for (const child of childrenOf(node)) {
      parents.set(child, node);
      pending.push(child);
    }
  }
  return parents;
}
