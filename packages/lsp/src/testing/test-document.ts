import type {
  Position,
  ProtocolRequestType,
  Range,
  TextDocumentIdentifier,
  TextDocumentPositionParams,
  TextEdit,
} from "vscode-languageserver-protocol/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { MarkedText } from "./markers.js";
import type { TestClient } from "./test-client.js";

/** A document that a test has open, with the marks of its text. */
export class TestDocument {
  readonly #client: TestClient;
  readonly #marked: MarkedText;
  #document: TextDocument;
  readonly uri: string;

  constructor(client: TestClient, uri: string, languageId: string, marked: MarkedText) {
    this.#client = client;
    this.#marked = marked;
    this.#document = TextDocument.create(uri, languageId, 1, marked.text);
    this.uri = uri;
  }

  get text(): string {
    return this.#document.getText();
  }

  get identifier(): TextDocumentIdentifier {
    return { uri: this.uri };
  }

  /** Where the cursor is; of several, the one with this index. */
  cursor(index = 0): Position {
    const offset = this.#marked.cursors[index];
    if (offset === undefined) throw new Error(`the text has no mark | number ${index}`);
    return this.#document.positionAt(offset);
  }

  /** The marked ranges. */
  get ranges(): readonly Range[] {
    return this.#marked.ranges.map(({ start, end }) => this.rangeAt(start, end));
  }

  rangeAt(start: number, end: number): Range {
    return { start: this.#document.positionAt(start), end: this.#document.positionAt(end) };
  }

  /** The text in a range of the document. */
  textIn(range: Range): string {
    return this.#document.getText(range);
  }

  /** The text that edits lead to. */
  applied(edits: readonly TextEdit[]): string {
    return TextDocument.applyEdits(this.#document, [...edits]);
  }

  /** Asks about the place of the cursor. */
  at<P extends TextDocumentPositionParams, R, PR, E, RO>(
    type: ProtocolRequestType<P, R, PR, E, RO>,
    more: Omit<P, "textDocument" | "position"> = {} as Omit<P, "textDocument" | "position">,
    cursor = 0,
  ): Promise<R> {
    const params = { ...more, textDocument: this.identifier, position: this.cursor(cursor) } as unknown as P;
    return this.#client.connection.sendRequest(type, params as never) as Promise<R>;
  }

  /** Asks about the whole document. */
  ask<P extends { readonly textDocument: TextDocumentIdentifier }, R, PR, E, RO>(
    type: ProtocolRequestType<P, R, PR, E, RO>,
    more: Omit<P, "textDocument"> = {} as Omit<P, "textDocument">,
  ): Promise<R> {
    const params = { ...more, textDocument: this.identifier } as unknown as P;
    return this.#client.connection.sendRequest(type, params as never) as Promise<R>;
  }

  /** Replaces the whole text; marks are lost. */
  async replace(text: string): Promise<void> {
    this.#document = TextDocument.create(this.uri, this.#document.languageId, this.#document.version + 1, text);
    await this.#client.change(this.uri, this.#document.version, text);
  }

  close(): Promise<void> {
    return this.#client.closeDocument(this.uri);
  }
}
