import { childrenOf, type Node } from "@apigw-vtl/compiler";
import type { Visitor } from "./rule.js";

/** A visitor; methods of all node types. */
export type AnyVisitor = Visitor;

type Listener = (node: Node) => void;

/** Those of one node type. */
interface Listeners {
  readonly entering: Listener[];
  readonly leaving: Listener[];
}

/** Walks the tree once for all visitors: parents first, `:exit` after the children. */
export function traverse(root: Node, visitors: readonly AnyVisitor[]): void {
  const byType = collect(visitors);
  /** `undefined` marks where the last node of `left` ends. */
  const pending: (Node | undefined)[] = [root];
  const left: Node[] = [];
  while (pending.length > 0) {
    const node = pending.pop();
    if (node === undefined) {
      const done = left.pop();
      for (const listener of (done && byType.get(done.type)?.leaving) ?? []) listener(done!);
      continue;
    }
    const listeners = byType.get(node.type);
    if (listeners) {
      for (const listener of listeners.entering) listener(node);
      if (listeners.leaving.length > 0) {
        pending.push(undefined);
        left.push(node);
      }
    }
    const children = childrenOf(node);
    for (let i = children.length - 1; i >= 0; i--) pending.push(children[i]!);
  }
}

function collect(visitors: readonly AnyVisitor[]): ReadonlyMap<string, Listeners> {
  const byType = new Map<string, Listeners>();
  for (const visitor of visitors) {
    for (const [key, listener] of Object.entries(visitor)) {
      const isExit = key.endsWith(":exit");
      const type = isExit ? key.slice(0, -":exit".length) : key;
      const listeners = byType.get(type) ?? { entering: [], leaving: [] };
      byType.set(type, listeners);
      (isExit ? listeners.leaving : listeners.entering).push(listener as Listener);
    }
  }
  return byType;
}
