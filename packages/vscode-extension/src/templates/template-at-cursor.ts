import { type TemplateSummary, TemplatesRequest } from "@apigw-vtl/lsp";
import type { TextEditor, Uri } from "vscode";
import { toRange } from "../client/ranges.js";
import type { Server } from "../client/server.js";
import { concernsTemplates } from "../entry/concerns-templates.js";

/** The template at an editor's cursor; in a file with only one, that one wherever the cursor is. */
export async function templateAtCursor(
  server: Server,
  editor: TextEditor | undefined,
): Promise<TemplateSummary | undefined> {
  if (editor === undefined || !concernsTemplates(editor.document)) return undefined;
  const templates = await templatesOf(server, editor.document.uri);
  const here = templates.find(({ range }) => toRange(range).contains(editor.selection.active));
  return here ?? (templates.length === 1 ? templates[0] : undefined);
}

export function templatesOf(server: Server, uri: Uri): Promise<readonly TemplateSummary[]> {
  return server.send(TemplatesRequest, { uri: uri.toString() });
}
