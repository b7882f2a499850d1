import { defineRule } from "../../rule.js";

/** A comma that a bracket follows, in some round of a loop or way through the branches. */
export const trailingComma = defineRule({
  meta: {
    id: "trailing-comma",
    title: "A comma before `}` or `]`",
    level: "warning",
    set: "recommended",
    fixable: "safe",
  },
  create(context) {
    return {
      Template() {
        for (const { comma, bracket } of context.analysis.output.trailingCommas) {
          const always = /^,\s*$/.test(context.source.slice(comma.start, bracket.start));
          const what = context.text(bracket);
          context.report({
            range: comma,
            message: always
              ? `The comma before \`${what}\` is not JSON. Remove it.`
              : `Nothing but \`${what}\` may come after this comma, when a loop ends or a condition does not hold: that is not JSON. ` +
                "Print it only before a further member: `#if($foreach.hasNext),#end`, or put it into the next `#if`.",
            ...(always && { fix: { safe: true, edits: [{ range: comma, text: "" }] } }),
          });
        }
      },
    };
  },
});
