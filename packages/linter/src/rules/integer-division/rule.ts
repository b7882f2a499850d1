import { defineRule } from "../../rule.js";

/** `7 / 2` is 3. */
export const integerDivision = defineRule({
  meta: {
    id: "integer-division",
    title: "A division of integers, which drops the fraction",
    level: "info",
    set: "all",
  },
  create(context) {
    return {
      BinaryExpression(node) {
        if (node.operator !== "/") return;
        const { right, left } = node;
        if (right.type !== "IntegerLiteral" || left.type === "FloatLiteral") return;
        context.report({
          range: node.range,
          message: `Of two integers the division drops the fraction: 7 / 2 is 3. Divide by \`${right.text}.0\` to keep it.`,
        });
      },
    };
  },
});
