import type { Value } from "../../analysis/value.js";
import { isAnswersObject } from "../../queries/service-answers.js";
import { defineRule } from "../../rule.js";

/** `"n": $x` without a value of `x` prints `"n": ,`. */
export const emptyUnquotedValue = defineRule({
  meta: {
    id: "empty-unquoted-value",
    title: "A value outside of quotes that prints nothing when it is missing, or text when it is there",
    level: "warning",
    set: "recommended",
  },
  create(context) {
    const { output, values } = context.analysis;
    return {
      Template() {
        const reported = new Set<number>();
        for (const { reference, value, position } of output.printed) {
          const { kinds, origin } = value;
          if (position !== "json-value" || reported.has(reference.range.start)) continue;
          if (
            value.nature === "json" ||
            value.nature.endsWith("-escaped") ||
            (!kinds.has("empty") && origin?.root !== "params" && !mayBeTextForNumber(value))
          )
            continue;
          // Another rule says what is wrong with an object.
          if (origin?.root === "body" && (values.usedAsMap(origin) || isAnswersObject(origin, context.facts))) continue;
          reported.add(reference.range.start);
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
        }
      },
    };
  },
});

/** A parameter in the place of a number that the template has for it otherwise. */
function mayBeTextForNumber({ kinds, nature }: Value): boolean {
  return nature === "caller" && kinds.size === 2 && kinds.has("string") && kinds.has("number");
}
