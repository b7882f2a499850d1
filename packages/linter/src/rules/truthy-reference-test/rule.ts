import type { Expression, Reference } from "@apigw-vtl/compiler";
import type { ValueSummary } from "../../projections/summary.js";
import { isAuthorizersOwn } from "../../queries/authorizer-values.js";
import { isCondition, testOf } from "../../queries/conditions.js";
import { guardKey, guardsOf } from "../../queries/guards.js";
import { loopRoots } from "../../queries/scopes.js";
import { isBooleanAnswer } from "../../queries/service-answers.js";
import { defineRule } from "../../rule.js";

/** A test that gives true or false; that what it is made on may be missing is another rule's. */
function isAnsweredTest({ steps }: Reference, { kinds }: ValueSummary): boolean {
  if (!kinds.has("boolean")) return false;
  if (kinds.size === 1) return true;
  const last = steps.at(-1);
  if (last?.type === "MethodStep") return kinds.size === 2 && kinds.has("empty");
  return last?.type === "PropertyStep" && last.name === "empty";
}

/** Every reference is true but the boolean false. */
export const truthyReferenceTest = defineRule({
  meta: {
    id: "truthy-reference-test",
    title: "`#if($x)` as a test of presence, which is always true",
    level: "warning",
    set: "recommended",
    fixable: "unsafe",
  },
  create(context) {
    const { parents, values } = context.analysis;
    return {
      Reference(node) {
        // Outside of a loop $foreach is another rule's.
        if (!isCondition(node, parents) || loopRoots.has(node.name)) return;
        const value = values.valueOf(node);
        if (!value || isAnsweredTest(node, value)) return;
        // What is true or false when it is there is tested rightly where something else makes sure that it is there.
        if (value.kinds.has("boolean") && !value.kinds.has("empty")) return;
        if (value.origin !== undefined && isAuthorizersOwn(value.origin)) return;
        if (isTestedBeside(node)) return;
        const text = context.text(node.range);
        const { range, negated } = testOf(node, parents);
        const isThere = `${text} ${negated ? "==" : "!="} ""`;
        const isTrue = `${text} ${negated ? "!=" : "=="} true`;
        const isBoolean = value.origin !== undefined && isBooleanAnswer(value.origin, context.facts);
        const change = (comparison: string) => [{ range, text: comparison }];
        context.report({
          range,
          message:
            `\`${text}\` counts as true when it is missing, empty, 0 or an empty list: only the boolean false is false. ` +
            (isBoolean ? "" : `To test whether there is a value write \`${isThere}\`. `) +
            (value.kinds.has("boolean") ? `To test whether it is true write \`${isTrue}\`.` : "").trim(),
          // Which of the two is meant is known where the value can be one of them only.
          ...(isBoolean && { fix: change(isTrue) }),
          ...(!value.kinds.has("boolean") && { fix: change(isThere) }),
          ...(!isBoolean &&
            value.kinds.has("boolean") && {
              suggestions: [
                { title: "Test whether there is a value", edits: change(isThere) },
                { title: "Test whether it is true", edits: change(isTrue) },
              ],
            }),
        });
      },
    };

    /** `$x && $x != ""`: the other part does what this one does not. */
    function isTestedBeside(node: Reference): boolean {
      let whole: Expression = node;
      for (const ancestor of parents.ancestorsOf(node)) {
        if (ancestor.type !== "BinaryExpression" && ancestor.type !== "ParenthesizedExpression") break;
        whole = ancestor;
      }
      if (whole === node) return false;
      const { whenTrue, whenFalse } = guardsOf(whole, context.source);
      return [...whenTrue, ...whenFalse].includes(guardKey(node, context.source));
    }
  },
});
