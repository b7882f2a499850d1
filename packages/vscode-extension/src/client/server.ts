import {
  ActiveSampleNotification,
  type TemplatePlace,
  type TemplateSummary,
  TemplatesChangedNotification,
} from "@apigw-vtl/lsp";
import {
  type CancellationToken,
  type Diagnostic,
  type Disposable,
  EventEmitter,
  type TextDocument,
  type TextEdit,
  window,
  workspace,
} from "vscode";
import {
  type BaseLanguageClient,
  DocumentDiagnosticRequest,
  DocumentRangeFormattingRequest,
  type FormattingOptions,
  type ProtocolRequestType,
  type RequestParam,
} from "vscode-languageclient";
import { commandIds } from "../entry/command-ids.js";
import type { ClientFactory } from "./client-factory.js";
import { clientOptions, TEMPLATES } from "./client-options.js";
import { limitFormatting } from "./template-only-features.js";

/** The language server as the features of this extension see it. */
export class Server implements Disposable {
  readonly #client: BaseLanguageClient;
  readonly #templatesChanged = new EventEmitter<string>();
  readonly #restarted = new EventEmitter<void>();

  /** Fires with the URI of a document whose templates, or what they depend on, have changed. */
  readonly onTemplatesChanged = this.#templatesChanged.event;
  readonly onRestarted = this.#restarted.event;

  private constructor(client: BaseLanguageClient) {
    this.#client = client;
    limitFormatting(client, TEMPLATES);
    client.onNotification(TemplatesChangedNotification, ({ uri }) => this.#templatesChanged.fire(uri));
  }

  static async start(createClient: ClientFactory): Promise<Server> {
    const settings = workspace.getConfiguration("vtl");
    const server = new Server(
      createClient({ ...clientOptions(), initializationOptions: { settings, commands: commandIds } }),
    );
    await server.#client.start();
    return server;
  }

  send<Params, Result, Partial, Failure, Options>(
    type: ProtocolRequestType<Params, Result, Partial, Failure, Options>,
    params: RequestParam<Params>,
    token?: CancellationToken,
  ): Promise<Result> {
    return this.#client.sendRequest(type, params, token);
  }

  /** What is wrong in a document that is open, in an editor or not. */
  async diagnosticsOf(document: TextDocument): Promise<readonly Diagnostic[]> {
    const report = await this.send(DocumentDiagnosticRequest.type, {
      textDocument: { uri: document.uri.toString() },
    });
    return report.kind === "full" ? this.#client.protocol2CodeConverter.asDiagnostics([...report.items]) : [];
  }

  /** The edits that format a template of an open document. */
  async format({ uri, range }: TemplateSummary, options: FormattingOptions): Promise<readonly TextEdit[]> {
    const edits = await this.send(DocumentRangeFormattingRequest.type, { textDocument: { uri }, range, options });
    return this.#client.protocol2CodeConverter.asTextEdits(edits ?? []);
  }

  /** Chooses the sample of a template, for hover and hints too. */
  async activateSample({ uri, address }: TemplatePlace, sample: string | undefined): Promise<void> {
    const template = { uri, ...(address !== undefined && { address }) };
    await this.#client.sendNotification(ActiveSampleNotification, {
      ...template,
      ...(sample !== undefined && { sample }),
    });
  }

  async restart(): Promise<void> {
    await this.#client.stop();
    await this.#client.start();
    this.#restarted.fire();
    window.setStatusBarMessage("The VTL language server has been restarted.", 3000);
  }

  async dispose(): Promise<void> {
    this.#templatesChanged.dispose();
    this.#restarted.dispose();
    await this.#client.dispose();
  }
}
