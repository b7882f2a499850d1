import type { ReferenceStep } from "@apigw-vtl/compiler";
import { defineRule } from "../../rule.js";

/** A Java list tells its length by `size()`. */
export const countMethod = defineRule({
  meta: {
    id: "count-method",
    title: "`.count()`, `.length` or `.size` of a list, which only `size()` tells",
    level: "error",
    set: "recommended",
    fixable: "unsafe",
  },
  create(context) {
    return {
      Reference(node) {
        if (node.name === "foreach") return;
        node.steps.forEach((step, i) => {
          if (!isCount(step)) return;
          const receiver = context.analysis.values.stepsOf(node)[i];
          const { origin } = receiver ?? {};
          const isList =
            (receiver?.kinds.size === 1 && receiver.kinds.has("list")) ||
            (origin !== undefined && context.analysis.values.usedAsList(origin));
          if (!isList && !(step.type === "MethodStep" && step.name === "count")) return;
          context.report({
            range: step.range,
            message:
              `\`${context.text(step.range)}\` is no method of a Java list and gives the empty string, which no ` +
              "number equals. Use `.size()`.",
            fix: [{ range: step.range, text: ".size()" }],
          });
        });
      },
    };
  },
});

function isCount(step: ReferenceStep): boolean {
  if (step.type === "MethodStep")
    return (step.name === "count" || step.name === "length") && step.arguments.length === 0;
  return step.type === "PropertyStep" && (step.name === "length" || step.name === "size");
}
