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
    const { output, values } = context.analysis;
    return {
      Template() {
        for (const { reference, value, position } of output.printed) {
          const { origin, kinds } = value;
          if (position !== "json-value" && position !== "json-document") continue;
          if (origin?.root !== "body" || !kinds.has("list") || !values.usedAsList(origin)) continue;
          context.report({
            range: reference.range,
            message:
              "A list of the body prints as JSON, but with `\\/` for every `/` and objects in it unlike `$input.json`: " +
              "the same data in other bytes, which a signature or a comparison notices. Print `$input.json(…)`.",
          });
        }
      },
    };
  },
});
