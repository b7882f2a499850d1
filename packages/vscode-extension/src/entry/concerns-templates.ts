import { formatOf, mayHoldTemplates } from "@apigw-vtl/definitions";

/** What of a document decides whether the extension has anything to do with it. */
interface DocumentLike {
  readonly languageId: string;
  readonly uri: { readonly path: string; readonly scheme: string };
  getText(): string;
}

const EDITABLE = new Set(["file", "untitled", "vscode-remote", "vscode-vfs", "vscode-test-web", "memfs"]);
const TEMPLATE_LANGUAGES = new Set(["vtl", "velocity"]);

/** Whether a document is a template, or a file that may hold some: one look at its name, one expression over its text. */
export function concernsTemplates(document: DocumentLike): boolean {
  if (TEMPLATE_LANGUAGES.has(document.languageId)) return true;
  if (!EDITABLE.has(document.uri.scheme)) return false;
  const text = document.getText();
  const format = formatOf(document.uri.path, text);
  return format !== undefined && mayHoldTemplates(text, format);
}
