import { defineRule } from "../../rule.js";

/** Directives have no `;` after them: it is text. */
export const semicolonAfterSet = defineRule({
  meta: {
    id: "semicolon-after-set",
    title: "A `;` after `#set(…)`, which is printed",
    level: "warning",
    set: "recommended",
    fixable: "unsafe",
  },
  create(context) {
    return {
      Set({ header }) {
        const [blanks] = /^[ \t]*;/.exec(context.source.slice(header.end)) ?? [];
        if (blanks === undefined) return;
        const range = { start: header.end + blanks.length - 1, end: header.end + blanks.length };
        context.report({
          range,
          message:
            "`#set` needs no `;`: it is text, and is printed at this place of the document, which breaks JSON. Remove it.",
          fix: [{ range, text: "" }],
        });
      },
    };
  },
});
