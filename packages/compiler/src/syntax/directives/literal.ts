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
    if (parts.end !== undefined && parts.isBodyEmpty()) {
      // Velocity looks for the end of a block that has none among its tokens (`NodeUtils.tokenLiteral`).
      const message = "This #literal has nothing before its #end: the service refuses the whole template.";
      report("empty-literal", parts.header, message, "Remove it, or put what it is to print before #end.");
    }
    return { type: "Literal", ...commonOf(parts), body: bodyOf(parts), end: parts.end, printed: parts.bodyText() };
  },
};
