import type { Block, Node } from "../syntax/tree.js";
import { childrenOf } from "../syntax/walk.js";
import type { FunctionWriter } from "./function-writer.js";

/** Parts of a template that cost about as much as one round of a loop. */
const NODES_PER_STEP = 32;

/**
 * Counts steps for a body each time it runs, beside the one of its own: it may be as long as a template, and rounds
 * alone would say nothing of the time.
 */
export function countSteps(w: FunctionWriter, body: Block): void {
  const steps = Math.floor(nodesIn(body) / NODES_PER_STEP);
  if (steps > 0) w.line(`s.spend(${steps});`);
}

/** Without the blocks within it that are run, and count, for themselves. */
function nodesIn(body: Block): number {
  let nodes = 0;
  const pending: Node[] = [...body.statements];
  for (let node = pending.pop(); node; node = pending.pop()) {
    nodes++;
    if (node.type === "Foreach" || node.type === "Define" || node.type === "Macro") continue;
    for (const child of childrenOf(node)) pending.push(child);
  }
  return nodes;
}
