import { defineRule } from "../../rule.js";

/** Velocity has no backslash escapes in strings: `"a\"` is a whole string, and what follows cannot be read. */
export const backslashQuote = defineRule({
  meta: {
    id: "backslash-quote",
    title: '`\\"` in a string, where a quote is written `""`',
    level: "error",
    set: "recommended",
  },
  create(context) {
    return {
      Diagnostic(diagnostic) {
        const range = backslashNear(context.source, diagnostic.range.start);
        if (!range) return;
        context.report({
          range,
          replaces: diagnostic,
          message:
            "A backslash does not escape a quote in Velocity: the string ends here, and the service refuses the whole " +
            'template (500). Write `""` for a quote inside "…", or put the string in single quotes.',
        });
      },
    };
  },
});

/** The `\"` right before or at the place where reading failed. */
function backslashNear(source: string, at: number) {
  for (const start of [at - 2, at - 1, at]) {
    if (source.startsWith('\\"', start)) return { start, end: start + 2 };
  }
  return undefined;
}
