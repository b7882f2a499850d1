import type { Block, IfDirective, Range } from "@apigw-vtl/compiler";
import { defineRule } from "../../rule.js";

/** `#else if(` is `#else` and text; `#elseb` and `#endb` are text altogether. */
export const elseIf = defineRule({
  meta: {
    id: "else-if",
    title: "`#else if`, and `#else` or `#end` glued to a word",
    level: "error",
    set: "recommended",
    fixable: "unsafe",
  },
  create(context) {
    const missingEnds = context.diagnostics.filter(({ code }) => code === "missing-end");
    return {
      If(node) {
        const { otherwise } = node;
        if (!otherwise) return checkGlued(node);
        const first = otherwise.body.statements[0];
        const blank = /^[ \t]*if[ \t]*(?=\()/.exec(first?.type === "Text" ? first.printed : "");
        if (!first || !blank) return;
        const range = { start: otherwise.header.start, end: first.range.start + blank[0].length };
        context.report({
          range,
          message:
            "Velocity has no `#else if`: this is `#else`, and the condition is printed as text. Write `#elseif(…)`.",
          fix: [{ range, text: "#elseif" }],
        });
      },
      MacroCall(node) {
        const ending = missingEnds.find(({ range }) => range.start < node.range.start);
        if (!ending || !/^end\w/.test(node.name)) return;
        context.report({
          range: { start: node.range.start, end: node.range.start + "#".length + node.name.length },
          replaces: ending,
          message: `\`#${node.name}\` is text to Velocity, so its block never ends and the service refuses the whole template. Write \`#{end}${node.name.slice(3)}\`.`,
        });
      },
    };

    function checkGlued(node: IfDirective): void {
      for (const { body } of node.branches) {
        const range = gluedElse(body, context.source);
        if (!range) continue;
        const name = context.text(range);
        context.report({
          range,
          message: `\`${name}\` is text to Velocity, not an \`#else\`: both parts are printed when the condition holds. Write \`#{else}${name.slice(5)}\`.`,
        });
      }
    }
  },
});

/** `#elsefoo` in a branch, unless it stands in a JSON string, where it is a name such as DynamoDB's `#elsewhere`. */
function gluedElse(body: Block, source: string): Range | undefined {
  for (const statement of body.statements) {
    if (statement.type !== "MacroCall" || !/^else(?!if$)\w/.test(statement.name)) continue;
    const lineStart = source.lastIndexOf("\n", statement.range.start) + 1;
    const quotes = source.slice(lineStart, statement.range.start).split('"').length - 1;
    if (quotes % 2 === 0) {
      return { start: statement.range.start, end: statement.range.start + "#".length + statement.name.length };
    }
  }
  return undefined;
}
