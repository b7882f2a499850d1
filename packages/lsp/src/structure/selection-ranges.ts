import type { Node, Range } from "@apigw-vtl/compiler";
import {
  type Range as DocumentRange,
  type Position,
  type SelectionRange,
  SelectionRangeRequest,
} from "vscode-languageserver-protocol";
import { nodePath } from "../documents/node-path.js";
import type { TemplateView } from "../documents/template-view.js";
import { inDocument } from "../server/template-request.js";
import { jsonBrackets } from "./json-brackets.js";

/** Widens a selection step by step: word, name, reference, expression, directive, JSON, block, template. */
export const selectionRangeFeature = inDocument(SelectionRangeRequest.type, {
  capabilities: ({ capabilities }) =>
    capabilities.textDocument?.selectionRange ? { selectionRangeProvider: true } : {},
  provide: ({ views, params }) => params.positions.map((position) => selectionAt(views, position)),
});

function selectionAt(views: readonly TemplateView[], position: Position): SelectionRange {
  for (const view of views) {
    const offset = view.toTemplateOffset(position);
    if (offset === undefined) continue;
    const selection = nested(view, rangesAround(view, offset));
    if (selection !== undefined) return selection;
  }
  // The protocol wants an answer for each position.
  return { range: { start: position, end: position } };
}

/** Every range around the offset that means something, inner ones last. */
function rangesAround(view: TemplateView, offset: number): readonly Range[] {
  const ranges: Range[] = [view.tree.range, wordAt(view.source, offset)];
  for (const node of nodePath(view.tree, offset)) ranges.push(...rangesOf(node, offset, view));
  for (const brackets of jsonBrackets(view)) {
    ranges.push(brackets, { start: brackets.start + 1, end: brackets.end - 1 });
  }
  return ranges
    .filter(({ start, end }) => start <= offset && offset <= end && start < end)
    .sort((a, b) => b.end - b.start - (a.end - a.start));
}

function rangesOf(node: Node, offset: number, view: TemplateView): readonly Range[] {
  switch (node.type) {
    case "Reference": {
      // `$a`, then `$a.b`, up to the step with the cursor and beyond.
      const steps = node.steps.filter(({ range }) => range.end >= offset);
      return [node.nameRange, ...steps.map(({ range }) => ({ start: node.range.start, end: range.end })), node.range];
    }
    case "Text":
      return [];
    case "StringLiteral":
      return [node.range, { start: node.range.start + 1, end: node.range.end - 1 }];
    default:
      return "parentheses" in node && node.parentheses
        ? [node.parentheses, node.header, view.withoutLineEnd(node.range)]
        : [view.withoutLineEnd(node.range)];
  }
}

function wordAt(source: string, offset: number): Range {
  const before = /[\w-]*$/.exec(source.slice(Math.max(0, offset - 200), offset))?.[0].length ?? 0;
  const after = /^[\w-]*/.exec(source.slice(offset, offset + 200))?.[0].length ?? 0;
  return { start: offset - before, end: offset + after };
}

/** Links those that lie strictly within each other, in the document. */
function nested(view: TemplateView, ranges: readonly Range[]): SelectionRange | undefined {
  let selection: SelectionRange | undefined;
  for (const each of ranges) {
    const range = view.toDocumentRange(each);
    if (range === undefined || (selection && !isWithin(range, selection.range))) continue;
    selection = { range, ...(selection && { parent: selection }) };
  }
  return selection;
}

function isWithin(inner: DocumentRange, outer: DocumentRange): boolean {
  const starts = compare(inner.start, outer.start);
  const ends = compare(outer.end, inner.end);
  return starts >= 0 && ends >= 0 && starts + ends > 0;
}

function compare(a: Position, b: Position): number {
  return Math.sign(a.line - b.line || a.character - b.character);
}
