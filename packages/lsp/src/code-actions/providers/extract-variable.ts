import type { Block, Expression, Node, Range } from "@apigw-vtl/compiler";
import { CodeActionKind } from "vscode-languageserver-protocol";
import { nodePath } from "../../documents/node-path.js";
import type { TemplateView } from "../../documents/template-view.js";
import { keepsOutput } from "../keeps-output.js";
import type { ActionProvider } from "../provider.js";
import { variableNameFor } from "./variable-name.js";

/** Gives the selected expression, or the reference under the cursor, a name of its own with `#set`. */
export const extractVariable: ActionProvider = {
  kind: CodeActionKind.RefactorExtract,
  provide: ({ view, range }) => {
    const path = nodePath(view.tree, range.start);
    const expression = path.find((node): node is Expression => isExtractable(node, range, view));
    if (expression === undefined) return [];
    if (path.slice(0, path.indexOf(expression)).some(({ type }) => type === "StringLiteral")) return [];
    const statement = statementAround(path, expression);
    if (statement === undefined) return [];
    const name = variableNameFor(view, expression);
    const value = view
      .text(expression.range)
      .replace(/^\$!?\{(.*)\}$/s, "$$$1")
      .replace(/^\$!/, "$");
    const at = lineStart(view, statement) ?? statement.statement.range.start;
    const edits = [
      { start: at, end: at, newText: `#set($${name} = ${value})\n` },
      { start: expression.range.start, end: expression.range.end, newText: printedName(name, expression, view) },
    ];
    if (!keepsOutput(view, edits)) return [];
    return [{ title: `Extract to $${name}`, kind: CodeActionKind.RefactorExtract, edits }];
  },
};

/** A reference with something to it, or just what is selected. */
function isExtractable(node: Node, { start, end }: Range, view: TemplateView): boolean {
  const isSelected = node.range.start === start && node.range.end === end;
  switch (node.type) {
    case "Reference":
      return node.steps.length > 0 && (isSelected || start === end) && !isWholeSideOfSet(node, view);
    case "StringLiteral":
    case "ListLiteral":
    case "MapLiteral":
    case "BinaryExpression":
      return isSelected;
    default:
      return false;
  }
}

/** What is set, and what it is set to: that has a name already. */
function isWholeSideOfSet(node: Node, view: TemplateView): boolean {
  return view.analysis.parents.parentOf(node)?.type === "Set";
}

interface Place {
  readonly block: Block;
  readonly statement: Node;
}

/** The statement that holds the expression, and its block: conditions and loops are evaluated before theirs. */
function statementAround(path: readonly Node[], expression: Node): Place | undefined {
  const before = path.slice(0, path.indexOf(expression) + 1);
  const index = before.findLastIndex((node) => node.type === "Block");
  const block = before[index];
  const statement = before[index + 1];
  if (block?.type !== "Block" || statement === undefined) return undefined;
  // An #elseif comes into play only when those before it fail.
  if (before.some((node, position) => position > index && node.type === "IfBranch" && node.name === "elseif"))
    return undefined;
  return { block, statement };
}

/** The start of the line, where that is in the same block and outside of other statements. */
function lineStart(view: TemplateView, { block, statement }: Place): number | undefined {
  const start = view.source.lastIndexOf("\n", statement.range.start - 1) + 1;
  if (start < block.range.start) return undefined;
  const around = block.statements.find(({ range }) => range.start < start && start < range.end);
  return around === undefined || around.type === "Text" ? start : undefined;
}

/** Braces where the text behind would be read as a part of the name. */
function printedName(name: string, expression: Expression, view: TemplateView): string {
  const next = view.source[expression.range.end] ?? "";
  return /[\w.([-]/.test(next) ? `\${${name}}` : `$${name}`;
}
