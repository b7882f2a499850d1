import type { Expression } from "@apigw-vtl/compiler";
import { isCondition } from "../../queries/conditions.js";
import { defineRule } from "../../rule.js";

/** Velocity 1.7 knows the truth of references, booleans and comparisons alone. */
export const valueAsCondition = defineRule({
  meta: {
    id: "value-as-condition",
    title: "A text, number or sum as a condition, which is always false",
    level: "warning",
    set: "recommended",
    fixable: "unsafe",
  },
  create(context) {
    const { parents } = context.analysis;
    return {
      StringLiteral: check,
      IntegerLiteral: check,
      FloatLiteral: check,
      ListLiteral: check,
      RangeLiteral: check,
      MapLiteral: check,
      BinaryExpression(node) {
        if (arithmetic.has(node.operator)) check(node);
      },
    };

    function check(node: Expression): void {
      if (!isCondition(node, parents)) return;
      const text = context.text(node.range);
      const isFilledIn = node.type === "StringLiteral" && node.template !== undefined;
      context.report({
        range: node.range,
        message:
          `\`${text}\` is false as a condition whatever it holds: only a reference, true, false or a comparison can be ` +
          (isFilledIn
            ? `true. To test whether there is text write \`${text} != ""\`.`
            : "true. Compare it with something."),
        ...(isFilledIn && {
          fix: [{ range: { start: node.range.end, end: node.range.end }, text: ' != ""' }],
        }),
      });
    }
  },
});

const arithmetic: ReadonlySet<string> = new Set(["+", "-", "*", "/", "%"]);
