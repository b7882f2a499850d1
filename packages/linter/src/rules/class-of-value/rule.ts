import { defineRule } from "../../rule.js";

/** Velocity asks for `getClass()` before it looks into a map. */
export const classOfValue = defineRule({
  meta: {
    id: "class-of-value",
    title: "`.class` of a value, which is its Java class and never a member",
    level: "warning",
    set: "recommended",
    fixable: "unsafe",
  },
  create(context) {
    const { parents } = context.analysis;
    return {
      Reference(node) {
        const last = node.steps.at(-1);
        if (last?.type !== "PropertyStep" || last.name !== "class") return;
        const parent = parents.parentOf(node);
        // What is assigned becomes a member.
        if (parent?.type === "Set" && parent.target === node) return;
        context.report({
          range: last.range,
          message:
            `\`${context.text(last.range)}\` gives the Java class of the value, \`class java.util.LinkedHashMap\`, and hides ` +
            "a member with this name. To read the member write `['class']`.",
          fix: [{ range: last.range, text: "['class']" }],
        });
      },
    };
  },
});
