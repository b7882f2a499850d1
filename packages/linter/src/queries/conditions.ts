import type { Expression, Node, Range, Reference } from "@apigw-vtl/compiler";
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

/** Where a condition tests a reference, with the `!` before it. */
export function testOf(node: Reference, parents: ParentMap): { readonly range: Range; readonly negated: boolean } {
  const parent = parents.parentOf(node);
  const negated = parent?.type === "NotExpression";
  return { range: negated ? parent.range : node.range, negated };
}

/** The conditions that are decided where a node stands: those of the branches around it, and what `&&` tests before it. */
export function* conditionsAround(node: Node, parents: ParentMap): Generator<Expression> {
  let child = node;
  for (const ancestor of parents.ancestorsOf(node)) {
    if (ancestor.type === "IfBranch" && child !== ancestor.condition) yield ancestor.condition;
    if (ancestor.type === "If") {
      for (const branch of ancestor.branches) if (branch !== child) yield branch.condition;
    }
    if (ancestor.type === "BinaryExpression" && child === ancestor.right) yield ancestor.left;
    child = ancestor;
  }
}
