import type { Expression } from "@apigw-vtl/compiler";
import type { ParentMap } from "../analysis/parents.js";

/** Whether an expression's truth matters: a condition, or a part of one joined by `&&`, `||`, `!` and parentheses. */
export function isCondition(node: Expression, parents: ParentMap): boolean {
  const parent = parents.parentOf(node);
  if (!parent) return false;
  switch (parent.type) {
    case "IfBranch":
      return parent.condition === node;
    case "NotExpression":
      return true;
    case "BinaryExpression":
      return parent.operator === "&&" || parent.operator === "||";
    case "ParenthesizedExpression":
      return isCondition(parent, parents);
    default:
      return false;
  }
}
