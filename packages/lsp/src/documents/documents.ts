import { DefinitionFiles, type FileText } from "@apigw-vtl/definitions";
import type { TextDocumentContentChangeEvent, TextDocumentItem } from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Configurations } from "../configuration/configurations.js";
import type { LspHost } from "../host/lsp-host.js";
import { type FoundViews, findViews } from "./find-views.js";
import { isIgnored } from "./ignored-schemes.js";
import { ReferredTemplates } from "./referred-templates.js";
import type { TemplateReading } from "./template-reading.js";
import type { WorkspaceReader } from "./workspace-reader.js";

/** One version of a document and the templates in it. */
export interface DocumentViews extends FoundViews {
  readonly document: TextDocument;
}

interface State {
  /** No other opening of a document has had it: versions start anew with each. */
  readonly opening: number;
  /** Changes in place with each version. */
  readonly document: TextDocument;
  /** Of `document`'s present version; made when first asked for. */
  views: Promise<DocumentViews> | undefined;
  /** Of the last version whose views were asked for. */
  readings: readonly TemplateReading[];
  /** Grows with each change of the document or of what it depends on. */
  generation: number;
}

type Listener = (uri: string) => void;

/** The documents that the client has open. What is computed of one is computed once a version, for all features. */
export class Documents {
  readonly #host: LspHost;
  readonly #configurations: Configurations;
  readonly #reader: WorkspaceReader;
  readonly #states = new Map<string, State>();
  readonly #referred = new ReferredTemplates();
  readonly #files = new DefinitionFiles();
  #openings = 0;
  readonly #changeListeners: Listener[] = [];
  readonly #openListeners: Listener[] = [];
  readonly #closeListeners: Listener[] = [];
  readonly #invalidateListeners: (() => void)[] = [];
  readonly #refreshListeners: (() => void)[] = [];

  constructor(host: LspHost, configurations: Configurations, reader: WorkspaceReader) {
    this.#host = host;
    this.#reader = reader;
    this.#configurations = configurations;
  }

  get uris(): readonly string[] {
    return [...this.#states.keys()];
  }

  /** Calls back when a document is opened or changed, or what it depends on. */
  onChange(listener: Listener): void {
    this.#changeListeners.push(listener);
  }

  onOpen(listener: Listener): void {
    this.#openListeners.push(listener);
  }

  onClose(listener: Listener): void {
    this.#closeListeners.push(listener);
  }

  /** Calls back when nothing that was read from files can be relied on any more. */
  onInvalidate(listener: () => void): void {
    this.#invalidateListeners.push(listener);
  }

  /** Calls back when something is new that the client does not know to matter: it has to ask again. */
  onRefresh(listener: () => void): void {
    this.#refreshListeners.push(listener);
  }

  open({ uri, languageId, version, text }: TextDocumentItem): void {
    if (isIgnored(uri)) return;
    this.#reader.opened(uri);
    const document = TextDocument.create(uri, languageId, version, text);
    this.#states.set(uri, { opening: ++this.#openings, document, views: undefined, readings: [], generation: 0 });
    this.#changed(uri);
    for (const listener of this.#openListeners) listener(uri);
  }

  change(uri: string, version: number, changes: TextDocumentContentChangeEvent[]): void {
    const state = this.#states.get(uri);
    if (state === undefined) return;
    TextDocument.update(state.document, changes, version);
    this.#renew(uri, state);
    for (const [other, sibling] of this.#states) {
      if (other !== uri && isSameModule(uri, other)) this.#renew(other, sibling);
    }
  }

  close(uri: string): void {
    if (!this.#states.delete(uri)) return;
    this.#reader.closed(uri);
    for (const listener of this.#closeListeners) listener(uri);
  }

  /** Forgets what was computed of all documents: a configuration or a file that they refer to has changed. */
  invalidate(): void {
    this.#referred.clear();
    this.#reader.clear();
    for (const listener of this.#invalidateListeners) listener();
    for (const [uri, state] of this.#states) this.#renew(uri, state);
    for (const listener of this.#refreshListeners) listener();
  }

  /** The text of a file; that of an open document counts, not what is on disk. */
  async read(uri: string): Promise<FileText> {
    return this.#states.get(uri)?.document.getText() ?? (await this.#reader.read(uri));
  }

  /** The newest version of an open document. */
  versionOf(uri: string): number | undefined {
    return this.#states.get(uri)?.document.version;
  }

  /** Changes whenever `viewsOf` gives something new; `undefined` of a document that is not open. */
  stampOf(uri: string): string | undefined {
    const state = this.#states.get(uri);
    return state && `${state.opening}.${state.generation}`;
  }

  /** The templates of the newest version, even if that changes while they are looked for; `undefined`: not open. */
  async viewsOf(uri: string): Promise<DocumentViews | undefined> {
    for (;;) {
      const state = this.#states.get(uri);
      if (state === undefined) return undefined;
      const { generation } = state;
      state.views ??= this.#find(state.document, state.readings);
      const views = await state.views;
      state.readings = views.views.map(({ reading }) => reading);
      if (state.generation !== generation || this.#states.get(uri) !== state) continue;
      this.#learn(views);
      return views;
    }
  }

  /** The templates of a file that need not be open; `undefined` if there is none. */
  async viewsOfFile(uri: string): Promise<DocumentViews | undefined> {
    const open = await this.viewsOf(uri);
    if (open !== undefined) return open;
    const text = await this.#reader.read(uri);
    if (typeof text !== "string") return undefined;
    const views = await this.#find(TextDocument.create(uri, "", 0, text), []);
    this.#learn(views);
    return views;
  }

  async #find(current: TextDocument, readings: readonly TemplateReading[]): Promise<DocumentViews> {
    const { uri, languageId, version } = current;
    const document = TextDocument.create(uri, languageId, version, current.getText());
    const found = await findViews(document, {
      configOf: (file) => this.#configurations.of(file),
      read: (file) => this.read(file),
      loadGrammar: this.#host.loadGrammar,
      listFolder: (folder) => this.#reader.list(folder),
      files: this.#files,
      toldOf: (file, template) => this.#referred.of(file, template),
      readings,
    });
    return { document, ...found };
  }

  /** Takes what a file says about others, if it is not too old. */
  #learn({ document: { uri }, referred }: DocumentViews): void {
    for (const template of this.#referred.learn(uri, referred)) this.#forget(template);
  }

  /** Something new is known of a document, whose text is the same. */
  #forget(uri: string): void {
    const state = this.#states.get(uri);
    if (state === undefined) return;
    this.#renew(uri, state);
    for (const listener of this.#refreshListeners) listener();
  }

  #renew(uri: string, state: State): void {
    state.views = undefined;
    state.generation++;
    this.#changed(uri);
  }

  #changed(uri: string): void {
    for (const listener of this.#changeListeners) listener(uri);
  }
}

/** Terraform files of a folder say things about each other. */
function isSameModule(one: string, other: string): boolean {
  const folderOf = (uri: string): string => uri.slice(0, uri.lastIndexOf("/"));
  return one.endsWith(".tf") && other.endsWith(".tf") && folderOf(one) === folderOf(other);
}
