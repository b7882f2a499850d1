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
    if (context.analysis.output.kind !== "form") return {};
    return {
      Printed({ reference, value, via }) {
        const raw = value.nature === "caller" || value.nature === "json" || value.nature.endsWith("-escaped");
        if (!raw || (value.origin?.root === "context" && value.origin.path[0] !== "identity")) return;
        const range = valueRange(via ?? reference, context.source);
        const plain = plainReference(via ?? reference, context.source);
        context.report({
          range,
          message:
            "This text is not encoded: `&`, `=`, `+` and `%` in it change the message or add parameters to the request. " +
            `Write \`$util.urlEncode(${plain})\`.`,
          fix: [{ range, text: `$util.urlEncode(${plain})` }],
        });
      },
    };
  },
});
