import { isWithinQuotes } from "../../queries/within-quotes.js";
import { defineRule } from "../../rule.js";

/** `##` begins a comment wherever it stands. */
export const commentInString = defineRule({
  meta: {
    id: "comment-in-string",
    title: "A comment within a string of the document, whose text is not printed",
    level: "error",
    set: "recommended",
    fixable: "unsafe",
  },
  create(context) {
    const { source } = context;
    return {
      Comment({ range, kind }) {
        if (kind !== "line") return;
        const text = source.slice(range.start, range.end).trimEnd();
        // A quote behind the mark was meant to end the string.
        if (!isWithinQuotes(source, range.start) || !text.includes('"')) return;
        context.report({
          range: { start: range.start, end: range.start + text.length },
          message:
            "`##` begins a comment, within a string of the document too: nothing of the rest of the line is printed. If it " +
            "is meant as text, write `#[[##]]#`.",
          fix: [{ range: { start: range.start, end: range.start + 2 }, text: "#[[##]]#" }],
        });
      },
    };
  },
});
