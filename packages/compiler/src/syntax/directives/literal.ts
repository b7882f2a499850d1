import { bodyOf, commonOf, type DirectiveDefinition, refuseWords } from "./definition.js";

/** `#literal() … #end` prints its block as it stands. */
export const literalDirective: DirectiveDefinition = {
  name: "literal",
  kind: "block",
  build(parts, report) {
    refuseWords(parts, report);
    if (parts.parentheses === undefined) {
      const message = "#literal needs parentheses: the service refuses the whole template.";
      report("missing-parenthesis", parts.header, message, "Write #literal() … #end.");
    }
    return { type: "Literal", ...commonOf(parts), body: bodyOf(parts), end: parts.end, printed: parts.bodyText() };
  },
};
