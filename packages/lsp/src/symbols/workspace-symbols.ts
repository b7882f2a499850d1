import { type SymbolInformation, SymbolKind, WorkspaceSymbolRequest } from "vscode-languageserver-protocol";
import { labelOf } from "../documents/label-of.js";
import { projectFiles } from "../documents/project-files.js";
import type { TemplateView } from "../documents/template-view.js";
import type { Feature } from "../server/feature.js";
import { type TemplateSymbol, templateSymbols } from "./template-symbols.js";

/** More are of no use in a list that narrows with each letter. */
const MOST_SYMBOLS = 500;

/** Templates of the open folders by their routes, and what they define. Files are read when the first question comes. */
export const workspaceSymbolFeature: Feature = {
  capabilities: () => ({ workspaceSymbolProvider: true }),
  register: (connection, { documents, client, host }) => {
    connection.onRequest(WorkspaceSymbolRequest.type, async ({ query }, token) => {
      const symbols: SymbolInformation[] = [];
      const uris = new Set([...documents.uris, ...(await projectFiles(host, client.folders))]);
      for (const uri of uris) {
        if (token.isCancellationRequested || symbols.length >= MOST_SYMBOLS) break;
        const found = await documents.viewsOfFile(uri);
        for (const view of found?.views ?? []) symbols.push(...symbolsOf(view, query));
      }
      return symbols.slice(0, MOST_SYMBOLS);
    });
  },
};

function symbolsOf(view: TemplateView, query: string): SymbolInformation[] {
  const container = labelOf(view);
  const { uri } = view;
  const own: SymbolInformation = { name: container, kind: SymbolKind.File, location: { uri, range: view.wholeRange } };
  const defined = definitionsIn(templateSymbols(view)).flatMap(({ name, kind, nameRange }): SymbolInformation[] => {
    const range = view.toDocumentRange(nameRange);
    return range ? [{ name, kind, containerName: container, location: { uri, range } }] : [];
  });
  return [own, ...defined].filter(({ name }) => isSubsequence(query.toLowerCase(), name.toLowerCase()));
}

/** What has a name of its own: conditions and loops have none that anybody looks for. */
function definitionsIn(symbols: readonly TemplateSymbol[]): readonly TemplateSymbol[] {
  const named: readonly SymbolKind[] = [SymbolKind.Variable, SymbolKind.Object, SymbolKind.Function];
  return symbols.flatMap((symbol) => [
    ...(named.includes(symbol.kind) ? [symbol] : []),
    ...definitionsIn(symbol.children),
  ]);
}

/** Clients narrow the list down by themselves; letters in order are enough here. */
function isSubsequence(letters: string, text: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
