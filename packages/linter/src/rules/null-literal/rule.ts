import { defineRule } from "../../rule.js";

/** Velocity 1.7 has no null literal: the word is a parse error everywhere but as a method's argument. */
export const nullLiteral = defineRule({
  meta: {
    id: "null-literal",
    title: "`null` where Velocity has no such literal",
    level: "error",
    set: "recommended",
    fixable: "unsafe",
  },
  create(context) {
    return {
      Diagnostic(diagnostic) {
        const word = context.text(diagnostic.range);
        if (diagnostic.code !== "unexpected-token" || !/^(?:null|nil|undefined)$/.test(word)) return;
        context.report({
          range: diagnostic.range,
          replaces: diagnostic,
          message:
            `Velocity 1.7 has no \`${word}\`: the service refuses the whole template. ` +
            'A missing value is the empty string there, so compare with "" or set "".',
          fix: [{ range: diagnostic.range, text: '""' }],
        });
      },
    };
  },
});
