import { Uri, WorkspaceEdit, window, workspace } from "vscode";
import type { Command } from "./command-context.js";
import { wantedTemplate } from "./wanted-template.js";

/** Formats the template at the cursor, wherever it is; nothing of the file around it. */
export const formatTemplate: Command = async ({ server }, args) => {
  const template = await wantedTemplate(server, args);
  if (template === undefined) return;
  const uri = Uri.parse(template.uri);
  const options = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString())?.options;
  const edit = new WorkspaceEdit();
  edit.set(uri, [
    ...(await server.format(template, {
      tabSize: typeof options?.tabSize === "number" ? options.tabSize : 2,
      insertSpaces: options?.insertSpaces !== false,
    })),
  ]);
  await workspace.applyEdit(edit);
};
