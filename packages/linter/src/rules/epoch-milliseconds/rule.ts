import type { Expression } from "@apigw-vtl/compiler";
import { defineRule } from "../../rule.js";

/** Additions smaller than this are seconds: in milliseconds they would be less than a quarter of an hour. */
const SMALLEST_PERIOD_IN_MILLISECONDS = 900_000;

/** `$context.requestTimeEpoch` counts milliseconds; DynamoDB's time to live counts seconds. */
export const epochMilliseconds = defineRule({
  meta: {
    id: "epoch-milliseconds",
    title: "Seconds added to `$context.requestTimeEpoch`, which counts milliseconds",
    level: "warning",
    set: "recommended",
  },
  create(context) {
    return {
      BinaryExpression(node) {
        if (node.operator !== "+" && node.operator !== "-") return;
        const epoch = [node.left, node.right].find(isEpoch);
        const period = [node.left, node.right].map(numberOf).find((number) => number !== undefined);
        if (!epoch || period === undefined || period < 60 || period >= SMALLEST_PERIOD_IN_MILLISECONDS) return;
        context.report({
          range: node.range,
          message:
            `\`$context.requestTimeEpoch\` is in milliseconds, and ${period} looks like seconds: as DynamoDB's time to live ` +
            "the result lies 50,000 years ahead and nothing expires. Divide the epoch by 1000 first.",
        });
      },
    };

    function isEpoch(expression: Expression): boolean {
      const origin = context.analysis.values.valueOf(expression)?.origin;
      return origin?.root === "context" && origin.path.join(".") === "requestTimeEpoch";
    }
  },
});

function numberOf(expression: Expression): number | undefined {
  if (expression.type === "ParenthesizedExpression") return numberOf(expression.expression);
  if (expression.type === "IntegerLiteral") return Number(expression.text);
  if (expression.type !== "BinaryExpression" || expression.operator !== "*") return undefined;
  const [left, right] = [numberOf(expression.left), numberOf(expression.right)];
  return left === undefined || right === undefined ? undefined : left * right;
}
