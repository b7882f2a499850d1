import { BlockEndRequest } from "@apigw-vtl/lsp";
import {
  type Disposable,
  Position,
  Range,
  SnippetString,
  type TextDocument,
  type TextDocumentChangeEvent,
  type TextEditor,
  window,
  workspace,
} from "vscode";
import type { Server } from "../client/server.js";
import { followed, isTyped, type WrittenEnd } from "./written-ends.js";

const NO_STOPS = { undoStopBefore: false, undoStopAfter: false };

/**
 * Writes the `#end` of a block when its first line is begun with Enter. Who types it too, as fast as may be, gets one: what
 * was written is taken away again. Closing pairs of the language's configuration cannot do that, since VS Code types over
 * single characters alone.
 */
export class BlockEnds implements Disposable {
  readonly #server: Server;
  readonly #subscription: Disposable;
  /** By document. */
  readonly #written = new Map<TextDocument, readonly WrittenEnd[]>();

  constructor(server: Server) {
    this.#server = server;
    this.#subscription = workspace.onDidChangeTextDocument((change) => this.#follow(change));
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  #follow({ document, contentChanges, reason }: TextDocumentChangeEvent): void {
    const ends = this.#endsIn(document).flatMap((end) => followed(end, contentChanges) ?? []);
    // What is undone was the user's wish.
    this.#keep(document, reason === undefined ? ends : []);
    const editor = window.activeTextEditor;
    if (editor?.document !== document || reason !== undefined) return;
    for (const end of this.#endsIn(document)) {
      if (isTyped(document.getText(new Range(new Position(0, 0), document.positionAt(end.start))))) {
        void this.#takeAway(editor, end);
      }
    }
    const [change, ...others] = contentChanges;
    if (change === undefined || others.length > 0 || !/^\r?\n[ \t]*$/.test(change.text)) return;
    const header = document.lineAt(change.range.start.line).text;
    if (!/^\s*#\{?(?:if|foreach|define|macro)\b.*\)\s*$/.test(header)) return;
    if (workspace.getConfiguration("vtl").get("closeBlocks", true)) {
      void this.#write(editor, document.positionAt(change.rangeOffset + change.text.length));
    }
  }

  async #write(editor: TextEditor, position: Position): Promise<void> {
    const { document } = editor;
    const { version } = document;
    const reply = await this.#ask(document, position);
    // Who types on needs no help.
    if (reply?.kind !== "missing" || document.version !== version || !editor.selection.isEmpty) return;
    if (!editor.selection.active.isEqual(position) || editor.selections.length > 1) return;
    // From the start of the line, so that the snippet adds no indentation of its own.
    const before = new Range(position.with({ character: 0 }), position);
    const snippet = new SnippetString().appendText(document.getText(before)).appendTabstop(0).appendText(reply.text);
    if (!(await editor.insertSnippet(snippet, before, NO_STOPS))) return;
    const start = document.getText().indexOf("#", document.offsetAt(position));
    this.#keep(document, [...this.#endsIn(document), { start, length: reply.text.trim().length }]);
  }

  async #takeAway(editor: TextEditor, end: WrittenEnd): Promise<void> {
    const { document } = editor;
    for (let current: WrittenEnd | undefined = end; current !== undefined; ) {
      const { version } = document;
      const position = document.positionAt(current.start);
      const reply = await this.#ask(document, position);
      if (document.version === version) {
        if (reply?.kind !== "surplus") return;
        const lineBefore = document.lineAt(position.line - 1).range.end;
        const whole = new Range(lineBefore, document.positionAt(current.start + current.length));
        if (await editor.edit((edit) => edit.delete(whole), NO_STOPS)) return;
      }
      // Something was typed meanwhile: the next one behind is the same.
      const from: number = current.start;
      current = this.#endsIn(document).find(({ start }) => start >= from);
    }
  }

  #ask(document: TextDocument, { line, character }: Position) {
    const textDocument = { uri: document.uri.toString() };
    return this.#server.send(BlockEndRequest, { textDocument, position: { line, character } });
  }

  #endsIn(document: TextDocument): readonly WrittenEnd[] {
    return this.#written.get(document) ?? [];
  }

  #keep(document: TextDocument, ends: readonly WrittenEnd[]): void {
    if (ends.length === 0) this.#written.delete(document);
    else this.#written.set(document, ends);
  }
}
