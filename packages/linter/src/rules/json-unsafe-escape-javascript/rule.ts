import type { MethodStep, Reference } from "@apigw-vtl/compiler";
import { undoApostrophes } from "../../queries/json-quotes.js";
import { nestedPlaceOf } from "../../queries/nested-json.js";
import { valueRange } from "../../queries/reference-text.js";
import { valuesSet } from "../../queries/scopes.js";
import { defineRule } from "../../rule.js";

const DEEPEST = 5;

const MESSAGE =
  "`$util.escapeJavaScript` turns an apostrophe into `\\'`, which JSON refuses: a text with an apostrophe " +
  `breaks the document. Add \`.replaceAll("\\\\'", "'")\`.`;

/** `$util.escapeJavaScript` writes `\'`, which JSON does not know. */
export const jsonUnsafeEscapeJavascript = defineRule({
  meta: {
    id: "json-unsafe-escape-javascript",
    title: '`$util.escapeJavaScript` in JSON without `.replaceAll("\\\\\'","\'")`',
    level: "warning",
    set: "recommended",
    about: "output",
    fixable: "safe",
  },
  create(context) {
    const { parents, scopes } = context.analysis;
    return {
      Printed({ reference, value, position }) {
        if (value.nature !== "javascript-escaped" || (position !== "json-string" && position !== "json-key")) return;
        // JSON within the string has a rule of its own.
        if (nestedPlaceOf(reference, parents)?.isQuoted) return;
        const sources = [...escapingCalls(reference, 0)];
        for (const call of sources.length > 0 ? sources : [reference]) {
          const mended = wrongReplacement(call);
          const text = undoApostrophes(parents.ancestorsOf(call));
          const end = call.formal ? call.range.end - 1 : call.range.end;
          context.report({
            range: mended?.range ?? valueRange(call, context.source),
            message: mended ? messageOf(mended) : MESSAGE,
            fix: [{ range: mended?.range ?? { start: end, end }, text }],
          });
        }
      },
    };

    /** The calls that a printed reference gets its text from: itself, or what its variable is set to. */
    function* escapingCalls(reference: Reference, depth: number): Generator<Reference> {
      if (isEscaping(reference) || wrongReplacement(reference)) yield reference;
      else if (reference.steps.length === 0 && depth < DEEPEST) {
        for (const value of valuesSet(scopes, reference.name)) {
          if (value?.type === "Reference") yield* escapingCalls(value, depth + 1);
        }
      }
    }

    /** `.replaceAll("\'", "'")` with one backslash, which the regular expression takes for nothing but the quote. */
    function wrongReplacement({ steps }: Reference): MethodStep | undefined {
      const last = steps.at(-1);
      if (last?.type !== "MethodStep" || !/^replace(?:All|First)?$/.test(last.name)) return undefined;
      const [pattern] = last.arguments;
      return pattern?.type === "StringLiteral" && /^\\*'$/.test(pattern.value) ? last : undefined;
    }

    function messageOf({ name, range }: MethodStep): string {
      if (name === "replaceFirst") return `${MESSAGE} \`replaceFirst\` mends the first one only.`;
      return name === "replace"
        ? `\`${context.text(range)}\` looks for these very characters, which \`$util.escapeJavaScript\` does not write. Write \`.replaceAll("\\\\'", "'")\`.`
        : `\`${context.text(range)}\` takes a regular expression, and in it this finds no \`\\'\`: the backslash stays before the apostrophe, which JSON refuses. Write \`.replaceAll("\\\\'", "'")\`.`;
    }
  },
});

/** A call of the function with nothing after it. */
function isEscaping({ name, steps }: Reference): boolean {
  const [call, ...rest] = steps;
  return name === "util" && call?.type === "MethodStep" && call.name === "escapeJavaScript" && rest.length === 0;
}
