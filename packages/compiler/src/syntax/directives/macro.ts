import type { Reference } from "../tree.js";
import { bodyOf, commonOf, type DirectiveDefinition } from "./definition.js";

export const macroDirective: DirectiveDefinition = {
  name: "macro",
  kind: "block",
  build(parts, report) {
    const [name, ...parameters] = parts.arguments;
    const hint = "Write #macro(name $first $second) … #end.";
    if (parts.parentheses === undefined) {
      report("missing-parenthesis", parts.header, "#macro needs a name: the service refuses the whole template.", hint);
    } else if (name?.type !== "WordArgument") {
      const message = "The first argument of #macro is its name, a bare word: the service refuses the whole template.";
      report("invalid-arguments", name?.range ?? parts.header, message, hint);
    }
    for (const parameter of parameters) {
      if (parameter.type !== "WordArgument") continue;
      const message = `\`${parameter.name}\` is a bare word; parameters of a macro are written with a $.`;
      report("invalid-arguments", parameter.range, message, hint);
    }
    return {
      type: "Macro",
      ...commonOf(parts),
      body: bodyOf(parts),
      end: parts.end,
      macroName: name?.type === "WordArgument" ? name.name : "",
      macroNameRange: name?.range ?? parts.header,
      parameters: parameters.filter((parameter): parameter is Reference => parameter.type === "Reference"),
    };
  },
};
