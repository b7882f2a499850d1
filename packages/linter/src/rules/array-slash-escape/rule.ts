import { defineRule } from "../../rule.js";

/** A list of the body prints as JSON, with `\/` for `/`. */
export const arraySlashEscape = defineRule({
  meta: {
    id: "array-slash-escape",
    title: "A list printed by `$input.path`, which escapes `/`",
    level: "info",
    set: "all",
  },
  create(context) {
    const { values } = context.analysis;
    return {
      Printed({ reference, value, position }) {
        const { origin, kinds } = value;
        if (position !== "json-value" && position !== "json-document") return;
        if (origin?.root !== "body" || !kinds.has("list") || !values.usedAsList(origin)) return;
        context.report({
          range: reference.range,
          message:
            "A list of the body prints as JSON, but with `\\/` for every `/` and objects in it unlike `$input.json`: " +
            "the same data in other bytes, which a signature or a comparison notices. Print `$input.json(…)`.",
        });
      },
    };
  },
});
