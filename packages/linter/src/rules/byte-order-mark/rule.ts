import { defineRule } from "../../rule.js";

const BYTE_ORDER_MARK = "\uFEFF";

/** An invisible character that editors write before the text is text to Velocity. */
export const byteOrderMark = defineRule({
  meta: {
    id: "byte-order-mark",
    title: "A byte order mark at the beginning, which is printed",
    level: "warning",
    set: "recommended",
    fixable: "unsafe",
  },
  create(context) {
    return {
      Template() {
        if (!context.source.startsWith(BYTE_ORDER_MARK)) return;
        const range = { start: 0, end: BYTE_ORDER_MARK.length };
        context.report({
          range,
          message:
            "The template begins with a byte order mark (U+FEFF): Velocity prints it before the document, and parsers of " +
            "JSON refuse it. Remove it: save the file as UTF-8 without it.",
          fix: [{ range, text: "" }],
        });
      },
    };
  },
});
