import type { TemplateSummary } from "@apigw-vtl/lsp";
import type { Disposable, Uri } from "vscode";
import type { Server } from "../client/server.js";
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
    this.#panel ??= new PreviewPanel(this.#server, this.#extensionUri, () => {
      this.#panel = undefined;
    });
    await this.#panel.show(template, sample);
    return this.#panel;
  }

  dispose(): void {
    this.#panel?.dispose();
  }
}
