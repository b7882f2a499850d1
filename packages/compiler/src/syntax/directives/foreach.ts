import { bodyOf, commonOf, type DirectiveDefinition, refuseWords } from "./definition.js";

export const foreachDirective: DirectiveDefinition = {
  name: "foreach",
  kind: "block",
  build(parts, report) {
    refuseWords(parts, report, 1);
    const [variable, , iterable] = parts.arguments;
    if (parts.parentheses === undefined) {
      report(
        "missing-parenthesis",
        parts.header,
        "#foreach has no parentheses: the service refuses the whole template.",
        "Write #foreach($item in $list) … #end.",
      );
    } else if (variable?.type !== "Reference" || iterable === undefined) {
      report(
        "invalid-arguments",
        parts.header,
        "#foreach needs a variable, a word and something to walk; without them it prints nothing or ends in a 500.",
        "Write #foreach($item in $list) … #end.",
        "warning",
      );
    }
    return {
      type: "Foreach",
      ...commonOf(parts),
      body: bodyOf(parts),
      end: parts.end,
      variable: variable?.type === "Reference" ? variable : undefined,
      iterable: iterable ?? { type: "ErrorExpression", range: parts.header },
      arguments: parts.arguments,
    };
  },
};
