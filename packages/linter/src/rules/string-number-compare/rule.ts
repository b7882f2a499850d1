import type { BinaryExpression, Expression } from "@apigw-vtl/compiler";
import { defineRule } from "../../rule.js";

const orders = new Set(["<", "<=", ">", ">="]);

/** `<` and `>` need two numbers; a text is none. */
export const stringNumberCompare = defineRule({
  meta: {
    id: "string-number-compare",
    title: "`<` or `>` on a text, which is always false",
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
    };

    function isText(operand: Expression): boolean {
      const value = values.valueOf(operand);
      if (!value || [...value.kinds].some((kind) => kind !== "string" && kind !== "empty")) return false;
      return value.kinds.has("string");
    }

    function messageFor({ operator }: BinaryExpression, text: Expression): string {
      return (
        `\`${context.text(text.range)}\` is a text, and \`${operator}\` compares numbers only: this is always false. Make a ` +
        "number of it first: `#set($n = 0)#set($n = $n.parseInt(…))`."
      );
    }
  },
});
