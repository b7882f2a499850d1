import { Range, type Uri, WorkspaceEdit, workspace } from "vscode";

/** Gives a file another text, a new one if it is not there, in an editor that has it as on disk. Throws if that fails. */
export async function writeText(uri: Uri, text: string): Promise<void> {
  const edit = new WorkspaceEdit();
  const isThere = await workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
  if (isThere) {
    const document = await workspace.openTextDocument(uri);
    edit.replace(uri, new Range(document.positionAt(0), document.positionAt(document.getText().length)), text);
  } else edit.createFile(uri, { contents: new TextEncoder().encode(text) });
  if (!(await workspace.applyEdit(edit))) throw new Error(`${workspace.asRelativePath(uri)} cannot be changed.`);
  if (isThere) await (await workspace.openTextDocument(uri)).save();
}
