import { childrenOf, type Node } from "@apigw-vtl/compiler";
import type { Visitor } from "./rule.js";

/** A visitor; methods of all node types. */
export type AnyVisitor = Visitor;

type Listener = (node: Node) => void;
type Listeners = Map<string, Listener[]>;

/** Walks the tree once for all visitors: parents first, `:exit` after the children. */
export function traverse(root: Node, visitors: readonly AnyVisitor[]): void {
  const listeners = collect(visitors);
  const pending: { readonly node: Node; readonly leaving: boolean }[] = [{ node: root, leaving: false }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { node, leaving } = next;
    for (const listener of listeners.get(leaving ? `${node.type}:exit` : node.type) ?? []) listener(node);
    if (leaving) continue;
    if (listeners.has(`${node.type}:exit`)) pending.push({ node, leaving: true });
    const children = childrenOf(node);
    for (let i = children.length - 1; i >= 0; i--) pending.push({ node: children[i]!, leaving: false });
  }
}

function collect(visitors: readonly AnyVisitor[]): Listeners {
  const listeners: Listeners = new Map();
  for (const visitor of visitors) {
    for (const [key, listener] of Object.entries(visitor)) {
      const others = listeners.get(key);
      if (others) others.push(listener as Listener);
      else listeners.set(key, [listener as Listener]);
    }
  }
  return listeners;
}
