import { childrenOf, type Node } from "@apigw-vtl/compiler";

/** The way from a node up to its template; the parent of an interpolated string's block is the string. */
export class ParentMap {
  readonly #parents = new Map<Node, Node>();

  constructor(root: Node) {
    const pending: Node[] = [root];
    for (let node = pending.pop(); node; node = pending.pop()) {
      for (const child of childrenOf(node)) {
        this.#parents.set(child, node);
        pending.push(child);
      }
    }
  }

  parentOf(node: Node): Node | undefined {
    return this.#parents.get(node);
  }

  /** The innermost first. */
  *ancestorsOf(node: Node): Generator<Node> {
    for (let parent = this.#parents.get(node); parent; parent = this.#parents.get(parent)) yield parent;
  }

  /** Whether the reference is printed by a block, that of a string included, rather than used by an expression. */
  isPrinted(node: Node): boolean {
    return this.#parents.get(node)?.type === "Block";
  }
}
