import type { ValueSummary } from "../../projections/summary.js";
import { isPutTogether } from "../../queries/escapings.js";
import { undoApostrophes } from "../../queries/json-quotes.js";
import { nestedPlaceOf } from "../../queries/nested-json.js";
import { plainReference, valueRange } from "../../queries/reference-text.js";
import { isPlainAnswer } from "../../queries/service-answers.js";
import { defineRule } from "../../rule.js";

/** Text that a caller writes, between JSON quotes as it is. */
export const unescapedParamInJson = defineRule({
  meta: {
    id: "unescaped-param-in-json",
    title: "Text of the request in a JSON string without escaping",
    level: "warning",
    set: "recommended",
    about: "output",
    fixable: "unsafe",
    options: {
      authorizerValues: {
        type: "boolean",
        default: false,
        description: "Report `$context.authorizer` as well, whose text an authorizer or a token's user writes",
      },
    },
  },
  create(context) {
    const { parents, scopes } = context.analysis;
    const { facts } = context;
    const writer = facts?.direction === "response" ? "the request or the backend" : "the request";
    return {
      Printed({ reference, value, position }) {
        if (position !== "json-string" && position !== "json-key") return;
        if (!isCallersText(value)) return;
        // JSON within the string has a rule of its own.
        if (nestedPlaceOf(reference, parents)?.isQuoted) return;
        const isMixed = isPutTogether(reference, scopes);
        const plain = plainReference(reference, context.source);
        const escaped = `$util.escapeJavaScript(${plain})${undoApostrophes(parents.ancestorsOf(reference))}`;
        const range = valueRange(reference, context.source);
        context.report({
          range,
          message:
            `This text comes from ${writer} and stands between JSON quotes as it is: a quote or a backslash in it breaks ` +
            "the document or adds members to it. " +
            (isMixed
              ? `\`${plain}\` is put together of parts, some of which are escaped: escape the others where they are put in.`
              : `Escape it: \`$util.escapeJavaScript(${plain}).replaceAll("\\\\'","'")\`.`),
          ...(!isMixed && { fix: [{ range, text: escaped }] }),
        });
      },
    };

    function isCallersText({ nature, kinds, origin }: ValueSummary): boolean {
      // A text that holds JSON has quotes too.
      const isJsonText = nature === "json" && origin?.root === "body";
      if ((nature !== "caller" && !isJsonText) || !kinds.has("string")) return false;
      if (origin && isPlainAnswer(origin, facts)) return false;
      if (origin?.root !== "context") return true;
      return origin.path[0] === "authorizer" ? context.options.authorizerValues : origin.path[0] === "identity";
    }
  },
});
