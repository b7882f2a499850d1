import type { Block, Range, Statement, Template } from "@apigw-vtl/compiler";
import { applyTextEdits, type TextEdit } from "@apigw-vtl/definitions";
import { builders } from "prettier/doc";
import { type Doc, lineEndOf, printDoc, printFlat } from "./doc.js";
import { expressionDocs } from "./expression-edits.js";
import { indentOf, type LayoutOptions } from "./layout.js";

/**
 * Lays out what is not printed: the inside of parentheses, the indentation that `#set` swallows, blanks that a
 * directive swallows at the end of its line. Everything else stays, since it is part of the output.
 */
export function layOutText(source: string, tree: Template, options: LayoutOptions): string {
  const edits = [...expressionEditsOf(tree.body, source, options), ...swallowedEdits(tree.body, source, options)];
  return applyTextEdits(source, edits);
}

function* expressionEditsOf(block: Block, source: string, options: LayoutOptions): Generator<TextEdit> {
  for (const { range, doc, isHeader } of expressionDocs(block, source)) {
    const text = source.slice(range.start, range.end);
    const flat = printFlat(doc);
    const isLong = flat.includes("\n") || columnOf(range.start, source) + flat.length > options.printWidth;
    if (!isHeader && text.includes("\n")) continue;
    const newText = isHeader && isLong ? wrapped(doc, range, source, options) : flat;
    if (newText !== text && (isHeader || !newText.includes("\n"))) yield { ...range, newText };
  }
}

function wrapped(header: Doc, { start }: Range, source: string, options: LayoutOptions): string {
  const indentation = indentationAt(start, source);
  const doc = builders.align(indentation, header);
  return printDoc(doc, options, lineEndOf(source));
}

function columnOf(offset: number, source: string): number {
  return offset - (source.lastIndexOf("\n", offset - 1) + 1);
}

/** The white space at the start of a place's line. */
function indentationAt(offset: number, source: string): string {
  const line = source.slice(source.lastIndexOf("\n", offset - 1) + 1, offset);
  return /^[ \t]*/.exec(line)?.[0] ?? "";
}

function* swallowedEdits(block: Block, source: string, options: LayoutOptions, indentation = ""): Generator<TextEdit> {
  for (const statement of block.statements) {
    if (statement.type === "Set") {
      const lead = { start: statement.range.start, end: statement.header.start };
      if (lead.start < lead.end && isLineStart(lead.start, source)) yield { ...lead, newText: indentation };
    }
    for (const swallowed of swallowedBy(statement)) {
      const text = source.slice(swallowed.start, swallowed.end);
      const lineEnd = text.replace(/[ \t]+(?=[\r\n]+$)/, "");
      if (lineEnd !== text) yield { ...swallowed, newText: lineEnd };
    }
    for (const { headerStart, body } of bodiesOf(statement)) {
      const inner = indentationAt(headerStart, source) + indentOf(options);
      yield* swallowedEdits(body, source, options, inner);
    }
  }
}

function isLineStart(offset: number, source: string): boolean {
  return offset === 0 || /[\r\n]/.test(source[offset - 1] ?? "");
}

interface Body {
  readonly headerStart: number;
  readonly body: Block;
}

function bodiesOf(node: Statement): readonly Body[] {
  switch (node.type) {
    case "If":
      return [...node.branches, ...(node.otherwise ? [node.otherwise] : [])].map(({ header, body }) => ({
        headerStart: header.start,
        body,
      }));
    case "Foreach":
    case "Define":
      return [{ headerStart: node.header.start, body: node.body }];
    default:
      return [];
  }
}

/** What a directive swallows after its header and its `#end`. */
function swallowedBy(node: Statement): readonly Range[] {
  switch (node.type) {
    case "Set":
      return [{ start: node.header.end, end: node.range.end }];
    case "If": {
      const headers = [...node.branches, ...(node.otherwise ? [node.otherwise] : [])];
      return [...headers.map(({ header, body }) => ({ start: header.end, end: body.range.start })), ...endOf(node.end)];
    }
    case "Foreach":
    case "Define":
      return [{ start: node.header.end, end: node.body.range.start }, ...endOf(node.end)];
    default:
      return [];
  }
}

/** Behind the word `end`, which may stand in braces. */
function endOf(end: Range | undefined): readonly Range[] {
  return end ? [end] : [];
}
