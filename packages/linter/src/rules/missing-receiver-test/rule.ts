import type { Reference } from "@apigw-vtl/compiler";
import type { ValueSummary } from "../../projections/summary.js";
import { isCondition } from "../../queries/conditions.js";
import { isTestedAround } from "../../queries/guards.js";
import { plainReference, valueRange } from "../../queries/reference-text.js";
import { defineRule } from "../../rule.js";

/** Calls that give true or false. `isEmpty` is not among them: of a missing value it counts as true, as it should. */
const tests = new Set([
  "equals",
  "equalsIgnoreCase",
  "contains",
  "containsKey",
  "containsValue",
  "startsWith",
  "endsWith",
  "matches",
]);

/** A call on a value that is missing gives the empty string, and a condition takes that for true. */
export const missingReceiverTest = defineRule({
  meta: {
    id: "missing-receiver-test",
    title: "A call as a condition, which holds when the value it is made on is missing",
    level: "warning",
    set: "recommended",
    fixable: "unsafe",
  },
  create(context) {
    const { parents, values } = context.analysis;
    return {
      Reference(node) {
        const last = node.steps.at(-1);
        if (last?.type !== "MethodStep" || !tests.has(last.name) || !isCondition(node, parents)) return;
        const length = node.steps.length - 1;
        if (!mayBeMissing(node, length, values.stepsOf(node))) return;
        if (isTestedAround(node, length, parents, context.source)) return;
        const { start } = valueRange(node, context.source);
        const comparison = `${plainReference(node, context.source)} == true`;
        const text = parents.parentOf(node)?.type === "NotExpression" ? `(${comparison})` : comparison;
        context.report({
          range: { start, end: node.range.end },
          message:
            `When \`${context.text({ start, end: last.range.start })}\` is missing, this call gives the empty string, which ` +
            `counts as true. Write \`${text}\`, which is false then.`,
          fix: [{ range: { start, end: node.range.end }, text }],
        });
      },
    };
  },
});

/**
 * Whether a reference may have no value after some of its steps. A variable that is set has one, if only the empty
 * string, and so has a parameter that is asked for by its name.
 */
function mayBeMissing(reference: Reference, count: number, known: readonly ValueSummary[]): boolean {
  const { name, steps } = reference;
  const step = steps[count - 1];
  const value = known[count];
  if (!step || !value) return false;
  if (name === "util" && count === 1) return false;
  if (name === "input" && count === 1)
    return step.type === "MethodStep" && step.name === "path" && value.kinds.has("empty");
  if (step.type === "MethodStep" && step.name !== "get") return mayBeMissing(reference, count - 1, known);
  const holder = known[count - 1]!;
  // A place that a list does not have is an exception; what a list of the template's own holds is there.
  if (holder.made && !holder.kinds.has("map")) return false;
  return value.kinds.has("empty");
}
