import { defineRule } from "../../rule.js";

/** Velocity's lexer cannot end on `$` or `#`. */
export const trailingSigil = defineRule({
  meta: {
    id: "trailing-sigil",
    title: "A template that ends in `$` or `#`",
    level: "error",
    set: "recommended",
    fixable: "safe",
  },
  create(context) {
    return {
      Diagnostic(diagnostic) {
        if (diagnostic.code !== "trailing-sigil") return;
        const { end } = context.tree.range;
        context.report({
          range: diagnostic.range,
          replaces: diagnostic,
          message: `${diagnostic.message} Every request gets a 500. Put a newline after it, or remove it.`,
          fix: [{ range: { start: end, end }, text: "\n" }],
        });
      },
    };
  },
});
