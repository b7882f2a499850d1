import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  Range,
  SnippetString,
  type TextDocument,
} from "vscode";

type Provided = CompletionItem[] | CompletionList | null | undefined;

/**
 * Directives with the `#` before them. In TypeScript `#end` is a word to VS Code, and its own snippet `#endregion`, which
 * matches four characters of it, would come before `end`, which matches three; Enter would take it. One that matches the
 * whole word is first, and Enter begins a new line.
 */
export function withSigils(provided: Provided, document: TextDocument): Provided {
  for (const item of Array.isArray(provided) ? provided : (provided?.items ?? [])) addSigil(item, document);
  return provided;
}

function addSigil(item: CompletionItem, document: TextDocument): void {
  const { kind, range, insertText, label } = item;
  if (kind !== CompletionItemKind.Keyword || !(range instanceof Range) || insertText === undefined) return;
  const before = document.lineAt(range.start.line).text.slice(0, range.start.character);
  const [sigil] = /#\{?$/.exec(before) ?? [];
  if (sigil === undefined) return;
  item.range = new Range(range.start.translate(0, -sigil.length), range.end);
  item.filterText = sigil + (typeof label === "string" ? label : label.label);
  item.insertText = typeof insertText === "string" ? sigil + insertText : new SnippetString(sigil + insertText.value);
}
