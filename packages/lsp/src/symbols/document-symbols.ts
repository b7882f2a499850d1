import {
  type DocumentSymbol,
  DocumentSymbolRequest,
  type SymbolInformation,
  SymbolKind,
} from "vscode-languageserver-protocol";
import { labelOf } from "../documents/label-of.js";
import type { TemplateView } from "../documents/template-view.js";
import { inDocument } from "../server/template-request.js";
import { type TemplateSymbol, templateSymbols } from "./template-symbols.js";

/** The outline; in a host file below one entry for each template. */
export const documentSymbolFeature = inDocument(DocumentSymbolRequest.type, {
  capabilities: ({ capabilities }) => ({
    // Before LSP 3.16 there were no options.
    documentSymbolProvider: capabilities.textDocument?.documentSymbol?.labelSupport ? { label: "VTL" } : true,
  }),
  provide: ({ views, services }) => {
    const outline = (view: TemplateView) => (view.embedded ? hostSymbol(view) : symbolsOf(view));
    const isTree =
      services.client.capabilities.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
    return isTree
      ? views.flatMap(outline)
      : views.flatMap((view) => outline(view).flatMap((symbol) => flatten(symbol, view.uri)));
  },
});

/** For clients of before LSP 3.10: each with the name of what it is in. */
function flatten(
  { name, kind, range, children = [] }: DocumentSymbol,
  uri: string,
  parent?: string,
): SymbolInformation[] {
  const own: SymbolInformation = { name, kind, location: { uri, range }, ...(parent && { containerName: parent }) };
  return [own, ...children.flatMap((child) => flatten(child, uri, name))];
}

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
