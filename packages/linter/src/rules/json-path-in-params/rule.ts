import { defineRule } from "../../rule.js";

/** `$input.params` takes a name, `$input.path` a JSONPath. */
export const jsonPathInParams = defineRule({
  meta: {
    id: "json-path-in-params",
    title: "A JSONPath given to `$input.params`",
    level: "error",
    set: "recommended",
  },
  create(context) {
    return {
      Reference(node) {
        const [step] = node.steps;
        if (node.name !== "input" || step?.type !== "MethodStep" || step.name !== "params") return;
        const [argument] = step.arguments;
        if (argument?.type !== "StringLiteral" || !/^\$(?:[.[]|$)/.test(argument.value)) return;
        context.report({
          range: argument.range,
          message:
            "`$input.params` looks for a parameter of exactly this name and finds none. Use `$input.path` for the body, " +
            "or give the plain name of a parameter.",
        });
      },
    };
  },
});
