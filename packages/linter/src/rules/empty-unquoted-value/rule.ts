import type { Reference } from "@apigw-vtl/compiler";
import type { ValueSummary } from "../../projections/summary.js";
import { isTestedAround } from "../../queries/guards.js";
import { isAnswersObject } from "../../queries/service-answers.js";
import { defineRule } from "../../rule.js";

/** `"n": $x` without a value of `x` prints `"n": ,`. */
export const emptyUnquotedValue = defineRule({
  meta: {
    id: "empty-unquoted-value",
    title: "A value outside of quotes that prints nothing when it is missing, or text when it is there",
    level: "warning",
    set: "recommended",
    about: "output",
  },
  create(context) {
    const { parents, values } = context.analysis;
    return {
      Printed({ reference, value, position }) {
        const { kinds, origin, nature } = value;
        if (position !== "json-value") return;
        if (nature === "json" || nature.endsWith("-escaped")) return;
        const isParameter = origin?.root === "params" && kinds.has("string");
        if (!mayBeMissing(reference, value) && !isParameter && !mayBeTextForNumber(value)) return;
        // Another rule says what is wrong with an object.
        if (
          origin?.root === "body" &&
          (origin.path.length === 0 || values.usedAsMap(origin) || isAnswersObject(origin, context.facts))
        )
          return;
        const isText = (!kinds.has("number") && !kinds.has("boolean")) || mayBeTextForNumber(value);
        context.report({
          range: reference.range,
          message: isText
            ? "This is a text, or nothing when it is missing: without quotes neither is JSON. Put it in quotes and escape it, or " +
              'print it only if it is a number: `#if(….matches("0|[1-9][0-9]*"))`.'
            : `A missing value prints nothing, and \`: ,\` is not JSON. ${
                origin?.root === "body" ? 'Print `$input.json(…)`, which gives `""` for it, or test' : "Test"
              } it with \`#if(… != "")\`.`,
        });
      },
    };

    function mayBeMissing(reference: Reference, { kinds }: ValueSummary): boolean {
      if (!kinds.has("empty")) return false;
      const encoded = decodedBy(reference);
      const held = encoded && values.valueOf(encoded);
      // What was encoded is there if its code is, and then what its author put there.
      if (encoded && held) return mayBeMissing(encoded, held);
      return !isTestedAround(reference, reference.steps.length, parents, context.source);
    }
  },
});

/** What `$util.base64Decode($x)` or `$util.urlDecode($x)` decodes. */
function decodedBy({ name, steps }: Reference): Reference | undefined {
  const [call, ...others] = steps;
  if (name !== "util" || call?.type !== "MethodStep" || others.length > 0 || !call.name.endsWith("Decode"))
    return undefined;
  const [argument] = call.arguments;
  return argument?.type === "Reference" ? argument : undefined;
}

/** A parameter in the place of a number that the template has for it otherwise. */
function mayBeTextForNumber({ kinds, nature }: ValueSummary): boolean {
  return nature === "caller" && kinds.size === 2 && kinds.has("string") && kinds.has("number");
}
