import type { Reference, ReferenceStep } from "@apigw-vtl/compiler";
import { walk } from "@apigw-vtl/compiler";
import { conditionsAround } from "../../queries/conditions.js";
import { defineRule } from "../../rule.js";

/** A place that is not there is an exception, and the service answers 500. */
export const unguardedIndex = defineRule({
  meta: {
    id: "unguarded-index",
    title: "A place in a list or text that may not be there",
    level: "warning",
    set: "strict",
  },
  create(context) {
    const { parents, values } = context.analysis;
    return {
      Reference(node) {
        const receivers = values.stepsOf(node);
        node.steps.forEach((step, i) => {
          const what = placeIn(step);
          const receiver = receivers[i];
          if (!what || !receiver || receiver.nature === "constant" || receiver.nature === "service") return;
          // A map has members by name; what is certainly none has no places.
          if (what === "list" && !receiver.kinds.has("list") && !receiver.kinds.has("range")) return;
          if (isTested(node)) return;
          context.report({
            range: step.range,
            message:
              `When the ${what} is shorter, this is an exception and the service answers 500. Test its ` +
              `${what === "list" ? "`size()`" : "`length()`"} before.`,
          });
        });
      },
    };

    /** Whether a condition around the place asks about the same variable or part of the input. */
    function isTested(node: Reference): boolean {
      const start = context.text({ start: node.nameRange.start, end: node.steps[0]?.range.end ?? node.range.end });
      for (const { condition } of conditionsAround(node, parents)) {
        let found = false;
        walk(condition, (other) => {
          if (other.type !== "Reference" || other.name !== node.name) return;
          found ||= node.name !== "input" || context.text(other.range).includes(start);
        });
        if (found) return true;
      }
      return false;
    }
  },
});

/** What a step takes a place of. */
function placeIn(step: ReferenceStep): "list" | "text" | undefined {
  if (step.type === "IndexStep") return step.index.type === "IntegerLiteral" ? "list" : undefined;
  if (step.type !== "MethodStep") return undefined;
  const [first] = step.arguments;
  if (step.name === "get") return first?.type === "IntegerLiteral" ? "list" : undefined;
  return step.name === "substring" || step.name === "charAt" ? "text" : undefined;
}
