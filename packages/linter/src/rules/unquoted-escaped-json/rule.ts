import type { Reference } from "@apigw-vtl/compiler";
import type { OutputPosition } from "../../prover/sinks/sink.js";
import { defineRule } from "../../rule.js";

const outsideOfStrings: ReadonlySet<OutputPosition> = new Set(["json-value", "json-first-item", "json-between"]);

/** Escaped text belongs in quotes; JSON needs no escaping. */
export const unquotedEscapedJson = defineRule({
  meta: {
    id: "unquoted-escaped-json",
    title: "`$util.escapeJavaScript` outside of quotes",
    level: "error",
    set: "recommended",
    about: "output",
    fixable: "safe",
  },
  create(context) {
    const { values } = context.analysis;
    return {
      Printed({ reference, value, position }) {
        const escaped = value.nature === "javascript-escaped" || value.nature === "json-escaped";
        if (!escaped || !outsideOfStrings.has(position) || !isCall(reference)) return;
        const json = position === "json-between" ? undefined : innerJson(reference);
        context.report({
          range: reference.range,
          message:
            'Escaped text is no JSON value: quotes in it come out as `\\"` outside of a string. ' +
            (json
              ? `Print \`${json}\` as it is.`
              : "Put it in quotes, without brackets of the template's own around them."),
          ...(json && { fix: [{ range: reference.range, text: json }] }),
        });
      },
    };

    /** The `$input.json(…)` that is escaped. */
    function innerJson({ steps }: Reference): string | undefined {
      const [call] = steps;
      const argument = call?.type === "MethodStep" ? call.arguments[0] : undefined;
      if (argument?.type !== "Reference" || values.valueOf(argument)?.nature !== "json") return undefined;
      return context.text(argument.range);
    }
  },
});

function isCall({ name, steps }: Reference): boolean {
  const [call] = steps;
  return name === "util" && call?.type === "MethodStep" && call.name === "escapeJavaScript";
}
