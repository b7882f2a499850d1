import type { TemplateSummary } from "@apigw-vtl/lsp";
import { type Disposable, Uri, ViewColumn, type WebviewPanel, window } from "vscode";
import type { Server } from "../client/server.js";
import { PREVIEW_VIEW_TYPE } from "../entry/preview-view-type.js";
import { templatesOf } from "../templates/template-at-cursor.js";
import type { PreviewMemory } from "./preview-memory.js";
import { PreviewPanel } from "./preview-panel.js";

/** The preview, made when it is first wanted and again after it was closed. */
export class Previews implements Disposable {
  readonly #server: Server;
  readonly #extensionUri: Uri;
  #panel: PreviewPanel | undefined;

  constructor(server: Server, extensionUri: Uri) {
    this.#server = server;
    this.#extensionUri = extensionUri;
  }

  async show(template: TemplateSummary, sample?: string): Promise<PreviewPanel> {
    this.#panel ??= this.#fill(
      window.createWebviewPanel(
        PREVIEW_VIEW_TYPE,
        "Preview",
        { viewColumn: ViewColumn.Beside, preserveFocus: true },
        { enableFindWidget: true, retainContextWhenHidden: true },
      ),
    );
    await this.#panel.show(template, sample);
    return this.#panel;
  }

  /** Goes on in a panel that was open when the window was loaded anew; closes it if its template is gone. */
  async restore(panel: WebviewPanel, { uri, address, chosen, comparedWith, view }: PreviewMemory): Promise<void> {
    const templates = await templatesOf(this.#server, Uri.parse(uri));
    const template = templates.find((one) => one.address === address);
    if (template === undefined || this.#panel !== undefined) return panel.dispose();
    this.#panel = this.#fill(panel);
    // The page is loaded once this function has returned, and takes no message before.
    void this.#panel.show(template, chosen, comparedWith, view);
  }

  #fill(panel: WebviewPanel): PreviewPanel {
    return new PreviewPanel(this.#server, this.#extensionUri, panel, () => {
      this.#panel = undefined;
    });
  }

  dispose(): void {
    this.#panel?.dispose();
  }
}
