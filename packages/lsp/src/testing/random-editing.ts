import {
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
} from "vscode-languageserver-protocol/node";
import { TextDocument, type TextDocumentContentChangeEvent } from "vscode-languageserver-textdocument";
import type { TestClient } from "./test-client.js";

/** What people type into templates, whole and in halves. */
const TYPED = [
  "$",
  "#",
  "{",
  "}",
  "[",
  "]",
  "(",
  ")",
  '"',
  "'",
  "\\",
  ",",
  ":",
  ".",
  " ",
  "\n",
  "\r\n",
  "\t",
  "|",
  "x",
  "😀",
  "ü",
  "$x",
  "${x}",
  "$!{x.y}",
  "#if($x)",
  "#elseif(",
  "#else",
  "#end",
  "#foreach($i in $x)",
  "#set($x = 1)\n",
  "#set(",
  "#*",
  "*#",
  "## vtl-disable-next-line else-if\n",
  "#[[",
  "]]#",
  "#define($d)",
  "#macro(m $a)",
  "$input.path('$.a')",
  "$util.escapeJavaScript($x)",
  '"a": "$x",\n',
  "$context.identity.sourceIp",
  "$foreach.hasNext",
  "      application/json: |\n",
];

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** Someone who types, deletes and takes back at random; the same `seed` does the same again. */
export class RandomEditor {
  readonly #client: TestClient;
  readonly #document: TextDocument;
  readonly #undo: Edit[] = [];
  readonly #original: string;
  #seed: number;

  private constructor(client: TestClient, document: TextDocument, seed: number) {
    this.#client = client;
    this.#document = document;
    this.#original = document.getText();
    this.#seed = seed;
  }

  static async open(
    client: TestClient,
    uri: string,
    languageId: string,
    text: string,
    seed: number,
  ): Promise<RandomEditor> {
    const textDocument = { uri, languageId, version: 1, text };
    await client.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
    return new RandomEditor(client, TextDocument.create(uri, languageId, 1, text), seed);
  }

  get uri(): string {
    return this.#document.uri;
  }

  get text(): string {
    return this.#document.getText();
  }

  /** Any place of the text. */
  position(): ReturnType<TextDocument["positionAt"]> {
    return this.#document.positionAt(this.number(this.text.length + 1));
  }

  /** Below `limit`. */
  number(limit: number): number {
    // A linear congruential generator: small, and the same everywhere.
    this.#seed = (Math.imul(this.#seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.#seed / 2 ** 32) * limit);
  }

  async edit(): Promise<void> {
    const undone = this.number(5) === 0 ? this.#undo.pop() : undefined;
    await this.#send(undone ?? this.#randomEdit(), undone !== undefined);
  }

  /** Takes everything back, as a checkout would: most changes of a host file leave it without a template. */
  async startOver(): Promise<void> {
    this.#undo.length = 0;
    await this.#send({ start: 0, end: this.text.length, newText: this.#original }, true);
  }

  async #send(edit: Edit, isUndo: boolean): Promise<void> {
    const { start, end, newText } = edit;
    if (!isUndo) this.#undo.push({ start, end: start + newText.length, newText: this.text.slice(start, end) });
    const range = { start: this.#document.positionAt(start), end: this.#document.positionAt(end) };
    const contentChanges: TextDocumentContentChangeEvent[] = [{ range, text: newText }];
    const version = this.#document.version + 1;
    TextDocument.update(this.#document, contentChanges, version);
    const textDocument = { uri: this.uri, version };
    await this.#client.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument,
      contentChanges,
    });
  }

  /** Offsets that a position can name: none between the halves of a line end or of a pair. */
  #offset(): number {
    return this.#document.offsetAt(this.position());
  }

  #randomEdit(): Edit {
    const start = this.#offset();
    // As much is deleted as typed, so that the text neither grows nor goes.
    const deletes = this.number(this.text.length > 3_000 ? 2 : 4) === 0;
    if (!deletes) return { start, end: start, newText: TYPED[this.number(TYPED.length)] ?? "" };
    const end = this.#document.offsetAt(this.#document.positionAt(start + this.number(40)));
    return { start, end: Math.max(start, end), newText: "" };
  }
}
