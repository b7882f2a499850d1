import { hasShared, readShared } from "@apigw-vtl/test-support";
import { describe, expect, it } from "vitest";
import {
  type ClientCapabilities,
  DefinitionRequest,
  DocumentSymbolRequest,
  type ServerCapabilities,
} from "vscode-languageserver-protocol/node";
import { TestClient } from "../src/testing/test-client.js";

/** What LSP had from the beginning: clients use it, whatever they announce. */
const FIRST: readonly (keyof ServerCapabilities)[] = [
  "completionProvider",
  "hoverProvider",
  "signatureHelpProvider",
  "definitionProvider",
  "referencesProvider",
  "documentHighlightProvider",
  "documentSymbolProvider",
  "workspaceSymbolProvider",
  "documentFormattingProvider",
  "documentRangeFormattingProvider",
  "documentOnTypeFormattingProvider",
  "renameProvider",
  "codeLensProvider",
  "documentLinkProvider",
  "codeActionProvider",
  "executeCommandProvider",
];

/**
 * What came later, and is offered to those who announce it: diagnostics are pulled where the client can be told to pull
 * again, which Neovim 0.10 cannot. It is sent them.
 */
const LATER = {
  folding: "foldingRangeProvider",
  selection: "selectionRangeProvider",
  calls: "callHierarchyProvider",
  colours: "semanticTokensProvider",
  hints: "inlayHintProvider",
  values: "inlineValueProvider",
  pulls: "diagnosticProvider",
} as const satisfies Record<string, keyof ServerCapabilities>;

/** A line each: the client, what it wants of what came later, and the form of outlines and definitions that it knows. */
const WANTED = `
ale-3.3-vim-9.0           -                                     flat  locations
eglot-1.9-emacs-28.2      -                                     tree  links
eglot-1.17-emacs-30.1     hints                                 tree  links
helix-25.01.1             hints                                 flat  locations
kate-22.12.3              selection colours                     tree  locations
kate-25.04.3              selection colours hints               tree  locations
lsp-mode-9.0-emacs-30.1   folding selection calls               tree  links
neovim-0.7.2              -                                     tree  links
neovim-0.10.4             calls colours hints                   tree  links
vim-lsp-vim-9.0           folding calls colours hints           flat  links
`;

describe.runIf(hasShared())("a client is offered what it wants", () => {
  const rows = WANTED.trim()
    .split("\n")
    .map((line) => {
      const [name = "", later = "", outline = "", definition = ""] = line.split(/ {2,}/);
      return { name, later: later === "-" ? [] : later.split(" "), outline, definition };
    });

  it.each(rows)("$name", async ({ name, later, outline, definition }) => {
    await using client = await TestClient.start({ capabilities: announcedBy(name) });
    expect(FIRST.filter((feature) => !client.offers(feature))).toEqual([]);
    const offered = Object.entries(LATER).filter(([, feature]) => client.offers(feature));
    expect(offered.map(([word]) => word)).toEqual(later);

    const document = await client.open("#if($a)\n#set($x = 1)#end\n$|x");
    const symbols = (await document.ask(DocumentSymbolRequest.type)) ?? [];
    expect(symbols.map((symbol) => ("location" in symbol ? "flat" : "tree"))[0]).toBe(outline);
    const [place] = [(await document.at(DefinitionRequest.type)) ?? []].flat();
    expect(place && "targetUri" in place ? "links" : "locations").toBe(definition);
    await document.close();
  });
});

/** The capabilities of the record's first `initialize`. */
function announcedBy(name: string): ClientCapabilities {
  const lines = readShared(`lsp-clients/${name}.txt`).split("\n");
  const jsonOf = (line: string | undefined): object => JSON.parse(line?.replace(/^\s*\w+ /, "") ?? "{}");
  const section = (word: string): object => {
    const line = lines.find((each) => each.startsWith(`${word} `));
    return line === undefined || line.endsWith(" undefined") ? {} : jsonOf(line);
  };
  const start = lines.findIndex((line) => line.startsWith("td keys"));
  const rest = lines.slice(start + 1);
  const features = rest.slice(
    0,
    rest.findIndex((line) => !line.startsWith("  ")),
  );
  const textDocument = Object.fromEntries(features.map((line) => [line.trim().split(" ")[0] ?? "", jsonOf(line)]));
  return { workspace: section("workspace"), window: section("window"), textDocument };
}
