import type { ClientCapabilities, InitializeParams, WorkspaceFoldersChangeEvent } from "vscode-languageserver-protocol";

/** What the client can do, as questions that features ask. */
export interface Client {
  readonly capabilities: ClientCapabilities;
  /**
   * Whether it asks for diagnostics, and can be told to ask again: after another file has changed, such as a configuration,
   * one that cannot would show the old ones until somebody types.
   */
  readonly pullsDiagnostics: boolean;
  readonly hasConfiguration: boolean;
  readonly watchesFiles: boolean;
  readonly snippets: boolean;
  /** Without it code actions are commands. */
  readonly codeActionLiterals: boolean;
  readonly markdown: boolean;
  /** The commands that it has of its own; for others it is given those of the server. */
  readonly commands: ReadonlySet<string>;
  /** The folders that are open now, as URIs. */
  readonly folders: readonly string[];
  readonly changeFolders: (event: WorkspaceFoldersChangeEvent) => void;
}

export function clientOf(params: InitializeParams): Client {
  const { capabilities, workspaceFolders, rootUri } = params;
  const { textDocument, workspace } = capabilities;
  let folders = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  return {
    capabilities,
    pullsDiagnostics: textDocument?.diagnostic !== undefined && workspace?.diagnostics?.refreshSupport === true,
    hasConfiguration: workspace?.configuration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    markdown: textDocument?.hover?.contentFormat?.includes("markdown") ?? false,
    get folders() {
      return folders;
    },
    changeFolders: ({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => uri));
      folders = [...folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
    },
    commands: new Set(commandsOf(params.initializationOptions)),
  };
}

/** `initializationOptions.commands`: a client says which commands it has. */
function commandsOf(options: unknown): readonly string[] {
  if (typeof options !== "object" || options === null || !("commands" in options)) return [];
  const { commands } = options;
  return Array.isArray(commands) ? commands.filter((command) => typeof command === "string") : [];
}
