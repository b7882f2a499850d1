import { bodyOf, commonOf, type DirectiveDefinition, refuseWords } from "./definition.js";

export const defineDirective: DirectiveDefinition = {
  name: "define",
  kind: "block",
  build(parts, report) {
    refuseWords(parts, report);
    const [variable] = parts.arguments;
    if (parts.arguments.length !== 1) {
      report(
        parts.parentheses === undefined ? "missing-parenthesis" : "invalid-arguments",
        parts.header,
        "#define takes exactly one variable: the service refuses the whole template.",
        "Write #define($name) … #end.",
      );
    }
    return {
      type: "Define",
      ...commonOf(parts),
      body: bodyOf(parts),
      end: parts.end,
      variable: variable?.type === "Reference" ? variable : undefined,
    };
  },
};
