import { isAuthorizersOwn } from "../../queries/authorizer-values.js";
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
        if (origin === undefined || !isAuthorizersOwn(origin) || !isCondition(node, parents)) return;
        const { range, negated } = testOf(node, parents);
        const text = context.text(node.range);
        const comparison = `${text} ${negated ? "!=" : "=="} "true"`;
        context.report({
          range,
          message:
            "Values of an authorizer arrive as text, and the text `false` is true, as is a missing one. " +
            `Compare with the text: \`${comparison}\`; to test whether there is one write \`${text} ${negated ? "==" : "!="} ""\`.`,
          fix: [{ range, text: comparison }],
        });
      },
    };
  },
});
