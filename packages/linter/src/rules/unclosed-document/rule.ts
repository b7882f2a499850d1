import type { Block, Range } from "@apigw-vtl/compiler";
import { isMockRequest } from "../../queries/mock-request.js";
import { defineRule } from "../../rule.js";

const CLOSING: Readonly<Record<string, string>> = { "{": "}", "[": "]" };

/** A bracket that no way through the template closes. */
export const unclosedDocument = defineRule({
  meta: {
    id: "unclosed-document",
    title: "A bracket of the JSON document that is never closed",
    level: "error",
    set: "recommended",
    about: "output",
  },
  create(context) {
    const { facts, holes, source, tree } = context;
    if (isMockRequest(facts)) return {};
    return {
      Template() {
        const { unclosed, misplaced } = context.analysis.output;
        if (unclosed === "" || misplaced.length > 0 || holes.length > 0) return;
        if (context.diagnostics.some(({ severity }) => severity === "error")) return;
        const open = openBrackets(tree.body, source);
        const range = open.at(-1) ?? { start: source.indexOf(unclosed[0]!), end: source.indexOf(unclosed[0]!) + 1 };
        const bracket = unclosed.at(-1)!;
        context.report({
          range,
          message: `This \`${bracket}\` is never closed, on no way through the template: the document ends too early for JSON. Print the \`${CLOSING[bracket]}\`.`,
        });
      },
    };
  },
});

/** The brackets of a template's own text that nothing closes, outermost first; its blocks are taken to be balanced. */
function openBrackets(block: Block, source: string): readonly Range[] {
  const open: Range[] = [];
  let inString = false;
  for (const { type, range } of block.statements) {
    if (type !== "Text") continue;
    for (let at = range.start; at < range.end; at++) {
      const char = source[at]!;
      if (inString && char === "\\") at++;
      else if (char === '"') inString = !inString;
      else if (inString) continue;
      else if (char === "{" || char === "[") open.push({ start: at, end: at + 1 });
      else if (char === "}" || char === "]") open.pop();
    }
  }
  return open;
}
