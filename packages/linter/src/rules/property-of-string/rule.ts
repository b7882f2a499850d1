import { defineRule } from "../../rule.js";

/** What text has as properties: `$s.empty` is `isEmpty()`, `$s.bytes` is `getBytes()`. */
const stringProperties = new Set(["empty", "bytes", "class", "blank"]);

/** JSON text is a string to Velocity and has no members. */
export const propertyOfString = defineRule({
  meta: {
    id: "property-of-string",
    title: "A member of JSON text, which is a string and has none",
    level: "error",
    set: "recommended",
  },
  create(context) {
    return {
      Reference(node) {
        const values = context.analysis.values.stepsOf(node);
        for (const [i, step] of node.steps.entries()) {
          const receiver = values[i];
          if (!receiver || receiver.kinds.has("map") || receiver.kinds.has("list") || receiver.kinds.has("object"))
            continue;
          const isText =
            receiver.kinds.has("string") &&
            (receiver.nature === "json" ||
              receiver.origin?.root === "input-text" ||
              receiver.nature === "javascript-escaped" ||
              receiver.nature === "json-escaped");
          const isMember =
            step.type === "PropertyStep"
              ? !stringProperties.has(step.name) && step.name !== "length" && step.name !== "size"
              : step.type === "MethodStep" &&
                (step.name === "get" || step.name === "keySet" || step.name === "entrySet");
          if (!isText || !isMember) continue;
          context.report({
            range: step.range,
            message:
              `This is text, not an object: \`${context.text(step.range)}\` of it is the empty string. ` +
              "Use `$input.path('$.…')` for a member of the body, or `$util.parseJson(…)` to read other text.",
          });
          return;
        }
      },
    };
  },
});
