import { isCondition, testOf } from "../../queries/conditions.js";
import { defineRule } from "../../rule.js";

/** What an authorizer returns arrives as text, and `"false"` is true. */
export const stringifiedAuthorizerValue = defineRule({
  meta: {
    id: "stringified-authorizer-value",
    title: "An authorizer's value as a condition, which is always true",
    level: "warning",
    set: "recommended",
    fixable: "unsafe",
  },
  create(context) {
    const { parents, values } = context.analysis;
    return {
      Reference(node) {
        const origin = values.valueOf(node)?.origin;
        if (origin?.root !== "context" || origin.path[0] !== "authorizer" || !isCondition(node, parents)) return;
        const { range, negated } = testOf(node, parents);
        const comparison = `${context.text(node.range)} ${negated ? "!=" : "=="} "true"`;
        context.report({
          range,
          message:
            "Values of an authorizer arrive as text, and the text `false` is true, as is a missing one. " +
            `Compare with the text: \`${comparison}\`.`,
          fix: { safe: false, edits: [{ range, text: comparison }] },
        });
      },
    };
  },
});
