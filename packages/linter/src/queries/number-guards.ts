import type { Expression, Reference } from "@apigw-vtl/compiler";
import type { ParentMap } from "../analysis/parents.js";
import { guardKey } from "../analysis/values/guards.js";
import { matchesNumbersOnly } from "../prover/text/number-pattern.js";

/** Whether a reference stands where a condition has made sure that its text is a number: `$x.matches("\d+")`. */
export function isTestedForNumber(reference: Reference, parents: ParentMap, source: string): boolean {
  const key = guardKey(reference, source);
  let child: object = reference;
  for (const ancestor of parents.ancestorsOf(reference)) {
    if (ancestor.type === "IfBranch" && child !== ancestor.condition && demandsNumber(ancestor.condition, key, source))
      return true;
    child = ancestor;
  }
  return false;
}

/** Whether a condition holds only if the reference's text is a number. */
function demandsNumber(condition: Expression, key: string, source: string): boolean {
  if (condition.type === "ParenthesizedExpression") return demandsNumber(condition.expression, key, source);
  if (condition.type === "BinaryExpression")
    return (
      condition.operator === "&&" && [condition.left, condition.right].some((one) => demandsNumber(one, key, source))
    );
  if (condition.type !== "Reference") return false;
  const last = condition.steps.at(-1);
  if (last?.type !== "MethodStep" || last.name !== "matches") return false;
  const [pattern] = last.arguments;
  return (
    pattern?.type === "StringLiteral" &&
    !pattern.template &&
    matchesNumbersOnly(pattern.value) &&
    guardKey({ ...condition, steps: condition.steps.slice(0, -1) }, source) === key
  );
}
