import type { ClientCapabilities, InitializeParams } from "vscode-languageserver-protocol";

/** What the client can do, as questions that features ask. */
export interface Client {
  readonly capabilities: ClientCapabilities;
  /** Whether it asks for diagnostics; the server sends them unasked only where it does not. */
  readonly pullsDiagnostics: boolean;
  readonly hasConfiguration: boolean;
  readonly watchesFiles: boolean;
  readonly snippets: boolean;
  readonly markdown: boolean;
  /** The folders that are open, as URIs. */
  readonly folders: readonly string[];
}

export function clientOf({ capabilities, workspaceFolders, rootUri }: InitializeParams): Client {
  const { textDocument, workspace } = capabilities;
  const folders = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  return {
    capabilities,
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    hasConfiguration: workspace?.configuration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    markdown: textDocument?.hover?.contentFormat?.includes("markdown") ?? false,
    folders,
  };
}
