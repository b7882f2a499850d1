import { Uri, ViewColumn, window, workspace } from "vscode";
import { compiledScheme } from "../compiled/compiled-documents.js";
import type { Command } from "./command-context.js";
import { wantedTemplate } from "./wanted-template.js";

export const showCompiled: Command = async ({ server }, args) => {
  const template = await wantedTemplate(server, args);
  if (template === undefined) return;
  const uri = Uri.from({
    scheme: compiledScheme,
    path: `/${template.label.replace(/[^\w.-]+/g, "-")}.js`,
    query: JSON.stringify({ uri: template.uri, address: template.address }),
  });
  const document = await workspace.openTextDocument(uri);
  await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preserveFocus: true, preview: true });
};
