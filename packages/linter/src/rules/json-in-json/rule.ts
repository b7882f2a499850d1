import { timesEscaped } from "../../queries/escapings.js";
import { undoApostrophes } from "../../queries/json-quotes.js";
import { nestedPlaceOf } from "../../queries/nested-json.js";
import { plainReference, valueRange } from "../../queries/reference-text.js";
import { isPlainAnswer } from "../../queries/service-answers.js";
import { defineRule } from "../../rule.js";

/** Natures of texts that may hold quotes, or did so before they were escaped. */
const mayHoldQuotes = new Set(["caller", "javascript-escaped", "json-escaped"]);

/** JSON within a string of the document is read twice, and a text in it is to be escaped twice. */
export const jsonInJson = defineRule({
  meta: {
    id: "json-in-json",
    title: "Text in JSON within a JSON string that is not escaped twice",
    level: "warning",
    set: "recommended",
    about: "output",
    fixable: "unsafe",
  },
  create(context) {
    const { parents, scopes } = context.analysis;
    return {
      Printed({ reference, value, position }) {
        if (position !== "json-string" || !mayHoldQuotes.has(value.nature)) return;
        if (value.origin && isPlainAnswer(value.origin, context.facts)) return;
        if (!nestedPlaceOf(reference, parents)?.isQuoted) return;
        const times = timesEscaped(reference, scopes);
        if (times > 1) return;
        const range = valueRange(reference, context.source);
        const apostrophes = undoApostrophes(parents.ancestorsOf(reference));
        const escaped = (text: string) => `$util.escapeJavaScript(${text})${apostrophes}`;
        const plain = plainReference(reference, context.source);
        const once = times === 0 ? escaped(plain) : value.nature === "json-escaped" ? plain : plain + apostrophes;
        context.report({
          range,
          message:
            `This stands in JSON within a JSON string, which is read twice, and is escaped ${times === 0 ? "not at all" : "once"}: a quote ` +
            "in it ends the inner string, and what follows becomes a part of the inner document. Escape it twice: " +
            `\`${escaped(once)}\`.`,
          fix: [{ range, text: escaped(once) }],
        });
      },
    };
  },
});
