import { childrenOf, type Expression, type ForeachDirective, type Node, type Reference } from "@apigw-vtl/compiler";
import { remembered } from "../../remembered.js";
import type { LoopRound } from "./state.js";

/**
 * Whether a loop's body asks for the next round in conditions alone, where one way becomes two. Otherwise the last round
 * and the others are gone through one by one.
 */
export const asksInConditionsOnly = remembered(({ body }: ForeachDirective): boolean =>
  body.statements.every((statement) => isHarmless(statement, 0)),
);

function isHarmless(node: Node, depth: number): boolean {
  switch (node.type) {
    case "IfBranch":
      return isCondition(node.condition, depth) && isHarmless(node.body, depth);
    case "Foreach":
      return childrenOf(node).every((child) => isHarmless(child, child === node.body ? depth + 1 : depth));
    case "Reference":
      return !mayAsk(node, depth) && childrenOf(node).every((child) => isHarmless(child, depth));
    default:
      return childrenOf(node).every((child) => isHarmless(child, depth));
  }
}

function isCondition(node: Expression, depth: number): boolean {
  if (node.type === "ParenthesizedExpression") return isCondition(node.expression, depth);
  if (node.type === "NotExpression") return isCondition(node.operand, depth);
  if (node.type === "BinaryExpression" && (node.operator === "&&" || node.operator === "||"))
    return isCondition(node.left, depth) && isCondition(node.right, depth);
  return (node.type === "Reference" && depth === 0 && asksForNext(node) !== undefined) || isHarmless(node, depth);
}

/** Whether a reference may tell of the next round: `count` does where it is compared with a size. */
function mayAsk({ name, steps }: Reference, depth: number): boolean {
  const [step] = steps;
  if (name === "velocityHasNext" || name === "velocityCount") return depth === 0;
  if (name !== "foreach") return false;
  const property = step && step.type !== "IndexStep" ? step.name : "";
  return depth === 0 ? !/^(?:index|first)$/.test(property) : /^(?:parent|topmost|get\w*|)$/.test(property);
}

/** `true` for `$foreach.hasNext` and its like, `false` for `$foreach.last`; `undefined` for others. */
export function asksForNext({ name, steps }: Reference): boolean | undefined {
  const [step, more] = steps;
  if (name === "velocityHasNext") return step === undefined ? true : undefined;
  if (name !== "foreach" || step === undefined || step.type === "IndexStep" || more !== undefined) return undefined;
  if (step.type === "MethodStep" && step.arguments.length > 0) return undefined;
  return step.name === "hasNext" ? true : step.name === "last" || step.name === "isLast" ? false : undefined;
}

/** The loops of a state in which the innermost round is known to be the last one, or not to be. */
export function withNext(loops: readonly LoopRound[], hasNext: boolean): readonly LoopRound[] {
  return [...loops.slice(0, -1), { ...loops.at(-1)!, hasNext }];
}
