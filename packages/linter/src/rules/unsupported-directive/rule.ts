import type { Range } from "@apigw-vtl/compiler";
import { defineRule } from "../../rule.js";

const insteads: ReadonlyMap<string, string> = new Map([
  ["evaluate", "The service does not know #evaluate and prints it as text."],
  ["return", "#return is AppSync's: the service prints it as text. Use #stop to end the output."],
  ["parse", "The service has nothing to read: #parse ends in a 500."],
  ["include", "The service has nothing to read: #include ends in a 500."],
]);

/** Directives of plain Velocity or of AppSync that the service does not have. */
export const unsupportedDirective = defineRule({
  meta: {
    id: "unsupported-directive",
    title: "A directive that the service does not have: #macro, #evaluate, #parse, #include, #return",
    level: "error",
    set: "recommended",
  },
  create(context) {
    if (context.dialect !== "apigateway") return {};
    const macros = new Set<string>();
    const calls: { readonly name: string; readonly range: Range }[] = [];
    const report = (name: string, range: Range) =>
      context.report({ range, message: `${insteads.get(name)} Write what it stands for in its place.` });
    return {
      Macro({ macroName, header }) {
        macros.add(macroName);
        context.report({
          range: header,
          message:
            "The service swallows #macro and never defines it, so that its calls are printed as text. " +
            "Use #define for a block without parameters, or write the text where it is needed.",
        });
      },
      Include: ({ name, header }) => report(name, header),
      // To the service #evaluate and #return are names like any other.
      MacroCall({ name, header, parentheses }) {
        if ((name === "return" || name === "evaluate") && parentheses) report(name, header);
        else calls.push({ name, range: header });
      },
      "Template:exit"() {
        for (const { name, range } of calls) {
          if (!macros.has(name)) continue;
          context.report({
            range,
            message: `\`#${name}\` is printed as text: the service does not define macros. Write the macro's text here.`,
          });
        }
      },
    };
  },
});
