import { plainReference, valueRange } from "../../queries/reference-text.js";
import { defineRule } from "../../rule.js";

/** A value of `a=b&c=d` has to be encoded. */
export const formBodyNotUrlencoded = defineRule({
  meta: {
    id: "form-body-not-urlencoded",
    title: "Text in a form-encoded document without `$util.urlEncode`",
    level: "error",
    set: "recommended",
    about: "output",
    fixable: "unsafe",
  },
  create(context) {
    const { output } = context.analysis;
    return {
      Template() {
        if (output.kind !== "form") return;
        const reported = new Set<number>();
        for (const { reference, value, via } of output.printed) {
          const raw = value.nature === "caller" || value.nature === "json" || value.nature.endsWith("-escaped");
          const start = (via ?? reference).range.start;
          if (!raw || reported.has(start) || (value.origin?.root === "context" && value.origin.path[0] !== "identity"))
            continue;
          reported.add(start);
          const range = valueRange(via ?? reference, context.source);
          const plain = plainReference(via ?? reference, context.source);
          context.report({
            range,
            message:
              "This text is not encoded: `&`, `=`, `+` and `%` in it change the message or add parameters to the request. " +
              `Write \`$util.urlEncode(${plain})\`.`,
            fix: { safe: false, edits: [{ range, text: `$util.urlEncode(${plain})` }] },
          });
        }
      },
    };
  },
});
