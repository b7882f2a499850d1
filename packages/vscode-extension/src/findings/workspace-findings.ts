import { type Disposable, languages, TabInputText, type Uri, window, workspace } from "vscode";
import type { Server } from "../client/server.js";

/** Findings of files that no editor shows: those that one shows are asked for and kept by the client itself. */
export class WorkspaceFindings implements Disposable {
  readonly #server: Server;
  readonly #collection = languages.createDiagnosticCollection("vtl-workspace");
  readonly #subscription: Disposable;

  constructor(server: Server) {
    this.#server = server;
    this.#subscription = window.tabGroups.onDidChangeTabs(() => {
      for (const uri of tabs()) this.#collection.delete(uri);
    });
  }

  /** Checks a file; gives the number of findings. */
  async check(uri: Uri): Promise<number> {
    const document = await workspace.openTextDocument(uri);
    const found = await this.#server.diagnosticsOf(document);
    if (tabs().some((tab) => tab.toString() === uri.toString())) this.#collection.delete(uri);
    else this.#collection.set(uri, found);
    return found.length;
  }

  /** Forgets the findings of an earlier check. */
  clear(): void {
    this.#collection.clear();
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#collection.dispose();
  }
}

/** The files that are open in tabs. */
function tabs(): readonly Uri[] {
  return window.tabGroups.all
    .flatMap((group) => group.tabs)
    .flatMap(({ input }) => (input instanceof TabInputText ? [input.uri] : []));
}
