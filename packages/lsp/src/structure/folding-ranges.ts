import { type Node, type Range, walk } from "@apigw-vtl/compiler";
import { type FoldingRange, FoldingRangeKind, FoldingRangeRequest } from "vscode-languageserver-protocol";
import type { TemplateView } from "../documents/template-view.js";
import { inDocument } from "../server/template-request.js";
import { jsonBrackets } from "./json-brackets.js";

/** Folds blocks, long comments, texts and the printed JSON; the host's own structure is its own server's. */
export const foldingRangeFeature = inDocument(FoldingRangeRequest.type, {
  capabilities: ({ capabilities }) => (capabilities.textDocument?.foldingRange ? { foldingRangeProvider: true } : {}),
  provide: ({ views, services }) => {
    const most = services.client.capabilities.textDocument?.foldingRange?.rangeLimit ?? Number.POSITIVE_INFINITY;
    const folds = new Map<string, FoldingRange>();
    for (const view of views) {
      for (const fold of foldsOf(view)) folds.set(`${fold.startLine} ${fold.endLine}`, fold);
    }
    return [...folds.values()].sort((a, b) => a.startLine - b.startLine).slice(0, most);
  },
});

function foldsOf(view: TemplateView): readonly FoldingRange[] {
  if (!view.isMappingTemplate) return [];
  const folds: (FoldingRange | undefined)[] = jsonBrackets(view).map((range) => bodyFold(view, range));
  walk(view.tree, (node) => {
    for (const range of bodiesOf(node)) folds.push(bodyFold(view, range));
    if (node.type === "Comment" && node.kind === "block") {
      folds.push(wholeFold(view, node.range, FoldingRangeKind.Comment));
    }
  });
  return folds.filter((fold) => fold !== undefined);
}

/** From the header of each block to where its `#end`, or the next branch, begins. */
function bodiesOf(node: Node): readonly Range[] {
  switch (node.type) {
    case "IfBranch":
    case "ElseBranch":
      return [{ start: node.header.start, end: node.body.range.end + 1 }];
    case "Foreach":
    case "Define":
    case "Macro":
    case "MacroCall":
      return node.body && node.end ? [{ start: node.header.start, end: node.end.start + 1 }] : [];
    case "Literal":
      return [{ start: node.range.start, end: node.range.end }];
    default:
      return [];
  }
}

/** The line with the closing bracket or directive stays in sight. */
function bodyFold(view: TemplateView, range: Range): FoldingRange | undefined {
  const place = view.toDocumentRange({ start: range.start, end: Math.min(range.end, view.source.length) });
  if (place === undefined) return undefined;
  const startLine = place.start.line;
  const endLine = place.end.line - 1;
  return endLine > startLine ? { startLine, endLine } : undefined;
}

function wholeFold(view: TemplateView, range: Range, kind: FoldingRangeKind): FoldingRange | undefined {
  const place = view.toDocumentRange(range);
  if (place === undefined || place.end.line <= place.start.line) return undefined;
  return { startLine: place.start.line, endLine: place.end.line, kind };
}
