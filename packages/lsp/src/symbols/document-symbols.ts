import { type DocumentSymbol, DocumentSymbolRequest, SymbolKind } from "vscode-languageserver-protocol";
import { labelOf } from "../documents/label-of.js";
import type { TemplateView } from "../documents/template-view.js";
import { inDocument } from "../server/template-request.js";
import { type TemplateSymbol, templateSymbols } from "./template-symbols.js";

/** The outline; in a host file below one entry for each template. */
export const documentSymbolFeature = inDocument(DocumentSymbolRequest.type, {
  capabilities: ({ capabilities }) =>
    capabilities.textDocument?.documentSymbol ? { documentSymbolProvider: { label: "VTL" } } : {},
  provide: ({ views }) => views.flatMap((view) => (view.embedded ? hostSymbol(view) : symbolsOf(view))),
});

function hostSymbol(view: TemplateView): DocumentSymbol[] {
  const range = view.toDocumentRange(view.tree.range);
  if (range === undefined) return [];
  const children = symbolsOf(view);
  return [
    {
      name: labelOf(view),
      kind: SymbolKind.Module,
      range,
      selectionRange: { start: range.start, end: range.start },
      children,
    },
  ];
}

function symbolsOf(view: TemplateView): DocumentSymbol[] {
  return templateSymbols(view).flatMap((symbol) => toDocumentSymbol(symbol, view));
}

function toDocumentSymbol(symbol: TemplateSymbol, view: TemplateView): DocumentSymbol[] {
  const children = symbol.children.flatMap((child) => toDocumentSymbol(child, view));
  const range = view.toDocumentRange(symbol.range);
  const selectionRange = view.toDocumentRange(symbol.nameRange);
  if (range === undefined || selectionRange === undefined) return children;
  const { name, detail, kind } = symbol;
  return [{ name: name || "(no name)", ...(detail && { detail }), kind, range, selectionRange, children }];
}
