import { commands, type Disposable, window } from "vscode";
import type { Server } from "../client/server.js";
import { concernsTemplates } from "../entry/concerns-templates.js";

/** `vtl.hasTemplates`, which menus and keys of the manifest ask for: whether the active editor's file may hold templates. */
export class TemplateContext implements Disposable {
  readonly #subscriptions: readonly Disposable[];

  constructor(server: Server) {
    this.#subscriptions = [
      window.onDidChangeActiveTextEditor(() => this.#set()),
      server.onTemplatesChanged(() => this.#set()),
    ];
    this.#set();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #set(): void {
    const document = window.activeTextEditor?.document;
    void commands.executeCommand(
      "setContext",
      "vtl.hasTemplates",
      document !== undefined && concernsTemplates(document),
    );
  }
}
