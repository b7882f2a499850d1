import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  type ClientCapabilities,
  ConfigurationRequest,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  DocumentDiagnosticRequest,
  FileChangeType,
  type FileEvent,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  type ServerCapabilities,
  ShowMessageNotification,
} from "vscode-languageserver-protocol/node";
import { fullCapabilities } from "./capabilities.js";
import { type ServerProcess, startServer } from "./connections.js";
import { HOSTS, type HostName } from "./hosts.js";
import { readMarkers, readSentinels, withSentinels } from "./markers.js";
import { TestDocument } from "./test-document.js";

export interface TestClientOptions {
  /** Default: everything that an editor can do. */
  readonly capabilities?: ClientCapabilities;
  /** The folder that is open; by default one that goes with the client. */
  readonly folder?: string;
  /** Files of it, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** Section `vtl` of the settings. */
  readonly settings?: unknown;
  readonly initializationOptions?: object;
}

/** An editor, as far as a server can tell: in a folder of its own, with a server of its own. */
export class TestClient {
  readonly #server: ServerProcess;
  readonly #folder: string;
  readonly #ownsFolder: boolean;
  readonly #published = new Map<string, readonly Diagnostic[]>();
  #settings: unknown;
  #opened = 0;
  /** What the server has told the user. */
  readonly messages: string[] = [];
  initialized!: InitializeResult;

  private constructor(folder: string | undefined, settings: unknown) {
    this.#server = startServer();
    this.#folder = folder ?? mkdtempSync(join(tmpdir(), "vtl-lsp-"));
    this.#ownsFolder = folder === undefined;
    this.#settings = settings;
  }

  /** Starts a server, and ends it with the test: `await using client = await TestClient.start()`. */
  static async start(options: TestClientOptions = {}): Promise<TestClient> {
    const { capabilities, files = {}, settings = {}, initializationOptions = {} } = options;
    const client = new TestClient(options.folder, settings);
    for (const [path, text] of Object.entries(files)) client.write(path, text);
    const { connection } = client;
    connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => client.#settings));
    connection.onRequest(RegistrationRequest.type, () => {});
    connection.onRequest(DiagnosticRefreshRequest.type, () => {});
    connection.onNotification(ShowMessageNotification.type, ({ message }) => {
      client.messages.push(message);
    });
    connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
      client.#published.set(uri, diagnostics);
    });
    connection.listen();
    client.initialized = await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: client.uriOf(""),
      workspaceFolders: [{ uri: client.uriOf(""), name: "test" }],
      capabilities: capabilities ?? fullCapabilities,
      initializationOptions: { settings, ...initializationOptions },
    });
    await connection.sendNotification(InitializedNotification.type, {});
    return client;
  }

  get connection(): ProtocolConnection {
    return this.#server.connection;
  }

  /** Whether the server has said that it can do this. */
  offers(capability: keyof ServerCapabilities): boolean {
    return this.initialized.capabilities[capability] !== undefined;
  }

  uriOf(path: string): string {
    return pathToFileURL(join(this.#folder, path)).toString();
  }

  /** Puts a file into the folder. */
  write(path: string, text: string): void {
    const file = join(this.#folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  /** Opens a text with marks; what the file is called decides what the server takes it for. */
  async open(marked: string, path = `t${this.#opened}.vtl`, languageId = "vtl"): Promise<TestDocument> {
    return this.openAt(this.uriOf(path), marked, languageId);
  }

  /** The same of any URI, such as one that no file has. */
  async openAt(uri: string, marked: string, languageId = "vtl"): Promise<TestDocument> {
    return this.#open(uri, languageId, readMarkers(marked));
  }

  /** Opens a host file with a template, whose marks are found again in the file. */
  async openIn(host: HostName, marked: string): Promise<TestDocument> {
    const { name, languageId, text } = HOSTS[host](withSentinels(marked));
    return this.#open(this.uriOf(`${this.#opened}/${name}`), languageId, readSentinels(text));
  }

  async #open(uri: string, languageId: string, marked: ReturnType<typeof readMarkers>): Promise<TestDocument> {
    this.#opened++;
    const document = new TestDocument(this, uri, languageId, marked);
    const { text } = document;
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version: 1, text },
    });
    return document;
  }

  async change(uri: string, version: number, text: string): Promise<void> {
    const textDocument = { uri, version };
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument,
      contentChanges: [{ text }],
    });
  }

  async closeDocument(uri: string): Promise<void> {
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  /** Tells the server that a document was saved, whatever is open. */
  async saved(path: string): Promise<void> {
    const textDocument = { uri: this.uriOf(path) };
    await this.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument });
  }

  /** Tells the server that a file of the folder has changed on disk. */
  async fileChanged(path: string): Promise<void> {
    const changes = [{ uri: this.uriOf(path), type: FileChangeType.Changed } satisfies FileEvent];
    await this.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
  }

  /** What the server answers when it is asked for diagnostics. */
  async pull(uri: string): Promise<readonly Diagnostic[]> {
    const report = await this.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    return report.kind === "full" ? report.items : [];
  }

  /** What the server has sent unasked; `undefined`: nothing yet. */
  published(uri: string): readonly Diagnostic[] | undefined {
    return this.#published.get(uri);
  }

  set settings(settings: unknown) {
    this.#settings = settings;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.close();
    if (this.#ownsFolder) rmSync(this.#folder, { recursive: true, force: true });
  }
}
