import { childrenOf, type Node } from "@apigw-vtl/compiler";
import type { Visitor } from "./rule.js";

/** A visitor; methods of all node types. */
export type AnyVisitor = Visitor;

type Listener = (node: Node) => void;
type Listeners = Map<string, Listener[]>;

/** Walks the tree once for all visitors: parents first, `:exit` after the children. */
export function traverse(root: Node, visitors: readonly AnyVisitor[]): void {
  const { entering, leaving } = collect(visitors);
  /** `undefined` marks where the last node of `left` ends. */
  const pending: (Node | undefined)[] = [root];
  const left: Node[] = [];
  while (pending.length > 0) {
    const node = pending.pop();
    if (node === undefined) {
      const done = left.pop();
      if (done) for (const listener of leaving.get(done.type) ?? []) listener(done);
      continue;
    }
    for (const listener of entering.get(node.type) ?? []) listener(node);
    if (leaving.has(node.type)) {
      pending.push(undefined);
      left.push(node);
    }
    const children = childrenOf(node);
    for (let i = children.length - 1; i >= 0; i--) pending.push(children[i]!);
  }
}

function collect(visitors: readonly AnyVisitor[]): { readonly entering: Listeners; readonly leaving: Listeners } {
  const entering: Listeners = new Map();
  const leaving: Listeners = new Map();
  for (const visitor of visitors) {
    for (const [key, listener] of Object.entries(visitor)) {
      const [type = key, exit] = key.split(":");
      const listeners = exit === undefined ? entering : leaving;
      const others = listeners.get(type);
      if (others) others.push(listener as Listener);
      else listeners.set(type, [listener as Listener]);
    }
  }
  return { entering, leaving };
}
