import type { Reference } from "@apigw-vtl/compiler";
import { undoApostrophes } from "../../queries/json-quotes.js";
import { defineRule } from "../../rule.js";

/** `$util.escapeJavaScript` writes `\'`, which JSON does not know. */
export const jsonUnsafeEscapeJavascript = defineRule({
  meta: {
    id: "json-unsafe-escape-javascript",
    title: '`$util.escapeJavaScript` in JSON without `.replaceAll("\\\\\'","\'")`',
    level: "warning",
    set: "recommended",
    fixable: "safe",
  },
  create(context) {
    const { output, parents, scopes } = context.analysis;
    return {
      Template() {
        const reported = new Set<Reference>();
        for (const { reference, value, position } of output.printed) {
          if (value.nature !== "javascript-escaped" || (position !== "json-string" && position !== "json-key"))
            continue;
          for (const call of escapingCalls(reference)) {
            if (reported.has(call)) continue;
            reported.add(call);
            const end = call.formal ? call.range.end - 1 : call.range.end;
            const text = undoApostrophes(parents.ancestorsOf(call));
            context.report({
              range: call.range,
              message:
                "`$util.escapeJavaScript` turns an apostrophe into `\\'`, which JSON refuses: a text with an apostrophe " +
                `breaks the document. Add \`.replaceAll("\\\\'", "'")\`.`,
              fix: { safe: true, edits: [{ range: { start: end, end }, text }] },
            });
          }
        }
      },
    };

    /** The calls that a printed reference gets its text from: itself, or what its variable is set to. */
    function* escapingCalls(reference: Reference): Generator<Reference> {
      if (isEscaping(reference)) yield reference;
      else if (reference.steps.length === 0) {
        for (const definition of scopes.definitions.get(reference.name) ?? []) {
          if (definition.kind !== "set") continue;
          const { value } = definition.node;
          if (value.type === "Reference" && isEscaping(value)) yield value;
        }
      }
    }
  },
});

/** A call of the function with nothing after it. */
function isEscaping({ name, steps }: Reference): boolean {
  const [call, ...rest] = steps;
  return name === "util" && call?.type === "MethodStep" && call.name === "escapeJavaScript" && rest.length === 0;
}
