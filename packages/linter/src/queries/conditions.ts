import type { Expression, Node, Range, Reference } from "@apigw-vtl/compiler";
import type { ParentMap } from "./parents.js";

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

/** A condition that is decided where a node stands, and how. */
export interface Decided {
  readonly condition: Expression;
  readonly holds: boolean;
}

/** The conditions that are decided where a node stands: those of the branches around it, and what `&&` and `||` test before it. */
export function* conditionsAround(node: Node, parents: ParentMap): Generator<Decided> {
  let child = node;
  for (const ancestor of parents.ancestorsOf(node)) {
    if (ancestor.type === "IfBranch" && child !== ancestor.condition)
      yield { condition: ancestor.condition, holds: true };
    if (ancestor.type === "If") {
      for (const branch of ancestor.branches) {
        if (branch === child) break;
        yield { condition: branch.condition, holds: false };
      }
    }
    if (ancestor.type === "BinaryExpression" && child === ancestor.right) {
      yield { condition: ancestor.left, holds: ancestor.operator === "&&" };
    }
    child = ancestor;
  }
}
