import { firstLine } from "../../queries/first-line.js";
import { defineRule } from "../../rule.js";

/** Where every media type is binary, every payload is, and a template cannot read it. */
export const binaryMock = defineRule({
  meta: {
    id: "binary-mock",
    title: "A request template of an API that takes everything for binary",
    level: "error",
    set: "recommended",
  },
  create(context) {
    const { facts } = context;
    const { integration, binaryMediaTypes } = facts ?? {};
    if (facts?.direction !== "request" || !integration || integration.proxy || !binaryMediaTypes?.includes("*/*"))
      return {};
    if (integration.contentHandling?.toUpperCase() === "CONVERT_TO_TEXT") return {};
    return {
      Template() {
        context.report({
          range: firstLine(context.source),
          message:
            "`*/*` is among the API's binaryMediaTypes, so that every payload is binary, and a template on a binary payload ends in " +
            "a 500 (`Unable to transform request`). Set contentHandling to CONVERT_TO_TEXT on this integration.",
        });
      },
    };
  },
});
