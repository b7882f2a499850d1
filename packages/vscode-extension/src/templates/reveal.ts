import { Selection, TextEditorRevealType, Uri, ViewColumn, window, workspace } from "vscode";
import type { Range } from "vscode-languageclient";
import { toRange } from "../client/ranges.js";

/** Selects a place in a file, in the editor that shows it already if there is one. */
export async function reveal(uri: string, at: Range): Promise<void> {
  const open = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
  const document = open?.document ?? (await workspace.openTextDocument(Uri.parse(uri)));
  const range = toRange(at);
  const editor = await window.showTextDocument(document, { viewColumn: open?.viewColumn ?? ViewColumn.One });
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}
