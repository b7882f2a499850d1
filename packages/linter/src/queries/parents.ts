import { childrenOf, type Node, type Range } from "@apigw-vtl/compiler";

/**
 * The way from a node up to its template; the parent of an interpolated string's block is the string.
 *
 * Few nodes are asked for, so the way is looked for from the root down by the places of nodes, not kept for all.
 */
export class ParentMap {
  readonly #root: Node;
  /** What was asked for last, which rules mostly ask for one after the other. */
  #last: readonly [Node | undefined, readonly Node[]] = [undefined, []];
  /** Made when a node is not found by its place. */
  #all: ReadonlyMap<Node, Node> | undefined;

  constructor(root: Node) {
    this.#root = root;
  }

  parentOf(node: Node): Node | undefined {
    return this.ancestorsOf(node)[0];
  }

  /** The innermost first. */
  ancestorsOf(node: Node): readonly Node[] {
    const [last] = this.#last;
    if (last !== node) this.#last = [node, this.#findAncestors(node)];
    return this.#last[1];
  }

  #findAncestors(node: Node): readonly Node[] {
    if (node === this.#root) return [];
    const way: Node[] = [this.#root];
    for (let child = childAround(this.#root, node.range); child; child = childAround(child, node.range)) {
      if (child === node) return way.reverse();
      way.push(child);
    }
    this.#all ??= parentsBelow(this.#root);
    const found: Node[] = [];
    for (let parent = this.#all.get(node); parent; parent = this.#all.get(parent)) found.push(parent);
    return found;
  }

  /** Whether the reference is printed by a block, that of a string included, rather than used by an expression. */
  isPrinted(node: Node): boolean {
    return this.parentOf(node)?.type === "Block";
  }
}

/** The child that is a node at these offsets or may hold it: the last one that starts where the node does, or before. */
export function childAround(parent: Node, range: Range): Node | undefined {
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
