import type { Node, Reference } from "@apigw-vtl/compiler";
import { defineRule } from "../../rule.js";

/** `$input.params` gives one text, the last of several. */
export const multiValueParam = defineRule({
  meta: {
    id: "multi-value-param",
    title: "A parameter used as a list, of which `$input.params` gives the last value only",
    level: "warning",
    set: "recommended",
  },
  create(context) {
    const { values } = context.analysis;
    const isParameter = (node: Node) => {
      const value = node.type === "Reference" ? values.valueOf(node) : undefined;
      return value?.origin?.root === "params" && isNamed(value.origin.path);
    };
    return {
      Foreach({ iterable }) {
        if (!isParameter(iterable)) return;
        context.report({
          range: iterable.range,
          message:
            "A parameter is one text, and a loop over a text has no rounds; of a repeated parameter it is the last value. Loop over " +
            "`$method.request.multivaluequerystring.get('name')`, or over `….split(\",\")`.",
        });
      },
      Reference(node) {
        const receivers = values.stepsOf(node);
        node.steps.forEach((step, i) => {
          const { origin } = receivers[i] ?? {};
          if (origin?.root !== "params" || !isNamed(origin.path) || !isListStep(step)) return;
          context.report({
            range: step.range,
            message:
              "A parameter is one text, the last of several values: this is the empty string. Use " +
              "`$method.request.multivaluequerystring.get('name')` for all of them.",
          });
        });
      },
    };
  },
});

/** `["header", "X"]`, not a whole map, and not a computed name. */
function isNamed(path: readonly string[]): boolean {
  return path.length >= 2 && !path.includes("*");
}

function isListStep(step: Reference["steps"][number]): boolean {
  if (step.type === "IndexStep") return step.index.type === "IntegerLiteral";
  return (
    step.type === "MethodStep" &&
    (step.name === "size" || (step.name === "get" && step.arguments[0]?.type === "IntegerLiteral"))
  );
}
