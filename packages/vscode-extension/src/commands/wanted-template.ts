import type { TemplateSummary } from "@apigw-vtl/lsp";
import { Uri, window, workspace } from "vscode";
import type { Server } from "../client/server.js";
import { templateAtCursor, templatesOf } from "../templates/template-at-cursor.js";

/**
 * The template that a command is for: the one that its arguments name (a code lens of the server's, a file in the
 * explorer), else the one at the cursor, else one that the user picks of the file's. Says so when there is none.
 */
export async function wantedTemplate(server: Server, args: readonly unknown[]): Promise<TemplateSummary | undefined> {
  const named = namedBy(args);
  if (named === undefined) {
    const here = await templateAtCursor(server, window.activeTextEditor);
    if (here !== undefined) return here;
  }
  const uri = named?.uri ?? window.activeTextEditor?.document.uri;
  if (uri !== undefined) {
    const templates = await templatesOf(server, uri);
    const [first] = templates;
    if (named?.address !== undefined) return templates.find(({ address }) => address === named.address) ?? first;
    if (templates.length > 1) return pick(templates);
    if (first !== undefined) return first;
  }
  void window.showInformationMessage("There is no mapping template here. Open one, or a file that has some.");
  return undefined;
}

async function pick(templates: readonly TemplateSummary[]): Promise<TemplateSummary | undefined> {
  const items = templates.map((template) => ({ label: template.label, template }));
  const picked = await window.showQuickPick(items, { placeHolder: "Which template?" });
  return picked?.template;
}

/** `[uri]`, `[uri, address]` or `[{uri, address}]`, where a URI may be text. */
function namedBy([first, second]: readonly unknown[]): { readonly uri: Uri; readonly address?: string } | undefined {
  if (first instanceof Uri) return { uri: first };
  if (typeof first === "string") return withAddress(Uri.parse(first), second);
  if (typeof first === "object" && first !== null && "uri" in first && typeof first.uri === "string") {
    return withAddress(Uri.parse(first.uri), "address" in first ? first.address : undefined);
  }
  return undefined;
}

const withAddress = (uri: Uri, address: unknown) => (typeof address === "string" ? { uri, address } : { uri });

/** Whether a file of this name can be opened at all. */
export async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
