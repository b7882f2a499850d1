import { ProveRequest } from "@apigw-vtl/lsp";
import { type Disposable, StatusBarAlignment, type StatusBarItem, ThemeColor, window, workspace } from "vscode";
import type { Server } from "../client/server.js";
import { templateAtCursor } from "../templates/template-at-cursor.js";
import { proofText } from "./proof-text.js";

/** Proofs take their time, and nobody reads them while typing. */
const DELAY = 400;

/** The status bar's item: whether the output of the template at the cursor is proved to be well formed. */
export class ProofStatus implements Disposable {
  readonly #server: Server;
  readonly #item: StatusBarItem;
  readonly #subscriptions: readonly Disposable[];
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts the updates: an answer that comes after the next question is dropped. */
  #asked = 0;
  #shown: string | undefined;

  constructor(server: Server) {
    this.#server = server;
    this.#item = window.createStatusBarItem("vtl.proof", StatusBarAlignment.Right, 100);
    this.#item.name = "Proof of the mapping template";
    this.#item.command = "vtl.showBreakingRequest";
    this.#subscriptions = [
      this.#item,
      window.onDidChangeActiveTextEditor(() => this.#schedule()),
      window.onDidChangeTextEditorSelection(() => this.#schedule()),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration("vtl.statusBar")) this.#schedule();
      }),
      server.onTemplatesChanged(() => {
        this.#shown = undefined;
        this.#schedule();
      }),
    ];
    this.#schedule();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#update(), DELAY);
  }

  async #update(): Promise<void> {
    const asked = ++this.#asked;
    const wanted = workspace.getConfiguration("vtl").get("statusBar.proof", true);
    const template = wanted ? await templateAtCursor(this.#server, window.activeTextEditor) : undefined;
    if (asked !== this.#asked) return;
    if (template === undefined) {
      this.#shown = undefined;
      this.#item.hide();
      return;
    }
    const key = `${template.uri}#${template.address}`;
    if (key === this.#shown) return;
    const text = proofText(await this.#server.send(ProveRequest, { uri: template.uri, address: template.address }));
    if (asked !== this.#asked) return;
    this.#shown = key;
    if (text === undefined) return this.#item.hide();
    this.#item.text = text.text;
    this.#item.tooltip = text.tooltip;
    this.#item.backgroundColor =
      text.severity === "none" ? undefined : new ThemeColor(`statusBarItem.${text.severity}Background`);
    this.#item.show();
  }
}
