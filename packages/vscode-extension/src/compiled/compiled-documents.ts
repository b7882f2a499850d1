import { CompiledRequest, type TemplatePlace } from "@apigw-vtl/lsp";
import { type Disposable, EventEmitter, type TextDocumentContentProvider, type Uri, workspace } from "vscode";
import type { Server } from "../client/server.js";

export const compiledScheme = "vtl-compiled";

/** Read-only documents with the JavaScript of templates; the query of their URI says which. They follow the template. */
export class CompiledDocuments implements TextDocumentContentProvider, Disposable {
  readonly #server: Server;
  readonly #changed = new EventEmitter<Uri>();
  readonly #subscriptions: readonly Disposable[];
  readonly onDidChange = this.#changed.event;

  constructor(server: Server) {
    this.#server = server;
    this.#subscriptions = [
      this.#changed,
      workspace.registerTextDocumentContentProvider(compiledScheme, this),
      server.onTemplatesChanged((uri) => this.#refresh(uri)),
    ];
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const reply = await this.#server.send(CompiledRequest, placeOf(uri));
    switch (reply.status) {
      case "compiled":
        return reply.code;
      case "refused":
        return `// The template does not compile: ${reply.message.replaceAll("\n", "\n// ")}\n`;
      case "no-template":
        return "// There is no template here any more.\n";
    }
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #refresh(changed: string): void {
    for (const { uri } of workspace.textDocuments) {
      if (uri.scheme === compiledScheme && placeOf(uri).uri === changed) this.#changed.fire(uri);
    }
  }
}

const placeOf = (uri: Uri): TemplatePlace => JSON.parse(uri.query);
