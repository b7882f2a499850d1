import type { BinaryExpression, Expression } from "@apigw-vtl/compiler";
import { isTextAnswer } from "../../queries/service-answers.js";
import { defineRule } from "../../rule.js";

const orders = new Set(["<", "<=", ">", ">="]);

const MAKE_A_NUMBER = "Make a number of it first: `#set($n = 0)#set($n = $n.parseInt(…))`.";

/** `<` and `>` need two numbers; a text is none. */
export const stringNumberCompare = defineRule({
  meta: {
    id: "string-number-compare",
    title: "`<` or `>` on a text, which is always false, or a range over one, which is empty",
    level: "warning",
    set: "recommended",
  },
  create(context) {
    const { values } = context.analysis;
    return {
      BinaryExpression(node) {
        if (!orders.has(node.operator)) return;
        const text = [node.left, node.right].find(isText);
        if (text) context.report({ range: node.range, message: messageFor(node, text) });
      },
      RangeLiteral(node) {
        const text = [node.from, node.to].find(isText);
        if (!text) return;
        context.report({
          range: node.range,
          message:
            `\`${context.text(text.range)}\` is a text, and a range goes from one number to another: this one is null, and a ` +
            `loop over it has no rounds. ${MAKE_A_NUMBER}`,
        });
      },
    };

    function isText(operand: Expression): boolean {
      const value = values.valueOf(operand);
      if (value?.origin && isTextAnswer(value.origin, context.facts)) return true;
      if (!value || [...value.kinds].some((kind) => kind !== "string" && kind !== "empty")) return false;
      return value.kinds.has("string");
    }

    function messageFor({ operator }: BinaryExpression, text: Expression): string {
      return (
        `\`${context.text(text.range)}\` is a text, and \`${operator}\` compares numbers only: this is always false. ` +
        MAKE_A_NUMBER
      );
    }
  },
});
