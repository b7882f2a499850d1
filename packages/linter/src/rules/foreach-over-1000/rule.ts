import type { Expression } from "@apigw-vtl/compiler";
import { defineRule } from "../../rule.js";

const LIMIT = 1000;

/** A loop ends after 1000 rounds, without an error. */
export const foreachOver1000 = defineRule({
  meta: {
    id: "foreach-over-1000",
    title: "A loop over a list that may have more than 1000 items",
    level: "info",
    set: "all",
  },
  create(context) {
    const { values } = context.analysis;
    return {
      Foreach(node) {
        const { iterable } = node;
        const origin = values.valueOf(iterable)?.origin;
        if (origin?.root !== "body" && !isLongRange(iterable)) return;
        context.report({
          range: iterable.range,
          message:
            "A #foreach ends after 1000 rounds without an error, and `$foreach.hasNext` is true in the last one: the list is " +
            "cut, and a comma may be left over. Limit the items where they come from, or print the list with `$input.json`.",
        });
      },
    };
  },
});

function isLongRange(iterable: Expression): boolean {
  if (
    iterable.type !== "RangeLiteral" ||
    iterable.from.type !== "IntegerLiteral" ||
    iterable.to.type !== "IntegerLiteral"
  )
    return false;
  return Math.abs(Number(iterable.to.text) - Number(iterable.from.text)) >= LIMIT;
}
