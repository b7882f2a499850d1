import { type Block, type Node, type Template, walk } from "@apigw-vtl/compiler";
import type { TemplateFacts } from "../facts/template-facts.js";

/** What a template's output is meant to be; `other` for XML, plain text, and templates that only set overrides. */
export type OutputKind = "json" | "form" | "other";

/** Goes by the template's own text; where that says nothing, by what surrounds it. */
export function outputKind(tree: Template, facts: TemplateFacts | undefined): OutputKind {
  const { text, printsReference, printsJsonCall } = printedParts(tree);
  if (/^[\w.]+=[^=>]/.test(text) || /(?:^|&)Action=\w/.test(text)) return "form";
  if (/^[[{]/.test(text)) return "json";
  if (text.startsWith("<")) return "other";
  if (/^"[^"]*"\s*[:,]/.test(text)) return "json";
  if (!printsReference) return "other";
  if (text === "" && printsJsonCall) return "json";
  const isJsonResponse = facts?.direction === "response" && /\bjson\b/.test(facts.contentType ?? "");
  return text === "" && isJsonResponse ? "json" : "other";
}

/** The text that stands in the template itself, and whether references print anything. */
function printedParts(tree: Template): {
  readonly text: string;
  readonly printsReference: boolean;
  readonly printsJsonCall: boolean;
} {
  let text = "";
  let printsReference = false;
  let printsJsonCall = false;
  for (const block of printedBlocks(tree)) {
    for (const statement of block.statements) {
      if (statement.type === "Text" || statement.type === "Literal") text += statement.printed;
      if (statement.type !== "Reference") continue;
      printsReference = true;
      if (text.trim() !== "") continue;
      printsJsonCall ||=
        statement.name === "input" &&
        statement.steps.some((step) => step.type === "MethodStep" && step.name === "json");
    }
  }
  return { text: text.trim(), printsReference, printsJsonCall };
}

/** Blocks in the order of the text, without those of strings. */
function printedBlocks(tree: Template): readonly Block[] {
  const blocks: Block[] = [];
  const strings: Block[] = [];
  walk(tree, (node: Node) => {
    if (node.type === "StringLiteral" && node.template) strings.push(node.template.body);
    if (node.type === "Block") blocks.push(node);
  });
  return blocks.filter(
    (block) => !strings.some(({ range }) => range.start <= block.range.start && block.range.end <= range.end),
  );
}
