import type { Range as DocumentRange } from "vscode-languageserver-protocol";
import type { TemplateView } from "../documents/template-view.js";
import { tokenModifiers, tokenTypes } from "./legend.js";
import { type TemplateToken, templateTokens } from "./template-tokens.js";

/** A token on one line of the document. */
interface LineToken {
  readonly line: number;
  readonly character: number;
  readonly length: number;
  readonly type: number;
  readonly modifiers: number;
}

/** The tokens of all templates of a document, or of those in some lines of it, as the protocol packs them. */
export function encodeTokens(views: readonly TemplateView[], within?: DocumentRange): number[] {
  const tokens = views.flatMap((view) => templateTokens(view).flatMap((token) => lineTokens(token, view, within)));
  tokens.sort((a, b) => a.line - b.line || a.character - b.character);
  const data: number[] = [];
  let line = 0;
  let end = 0;
  let start = 0;
  for (const token of tokens) {
    const sameLine = token.line === line;
    // Two templates may be made of the same text.
    if (data.length > 0 && sameLine && token.character < end) continue;
    data.push(
      token.line - line,
      sameLine ? token.character - start : token.character,
      token.length,
      token.type,
      token.modifiers,
    );
    ({ line, character: start } = token);
    end = start + token.length;
  }
  return data;
}

function lineTokens(
  { range, type, modifiers }: TemplateToken,
  view: TemplateView,
  within: DocumentRange | undefined,
): LineToken[] {
  const kind = {
    type: tokenTypes.indexOf(type),
    modifiers: modifiers.reduce((bits, one) => bits | (1 << tokenModifiers.indexOf(one)), 0),
  };
  const tokens: LineToken[] = [];
  let { start } = range;
  // The protocol's tokens end with their line; indentation of the host is no part of them.
  for (const text of view.text(range).split(/(?<=\n)/)) {
    const place = view.toDocumentRange({ start, end: start + text.trimEnd().length });
    start += text.length;
    if (place === undefined || (within && (place.end.line < within.start.line || place.start.line > within.end.line)))
      continue;
    const { line, character } = place.start;
    // A line folded by the host has no place of its own.
    const length = place.end.line === line ? place.end.character - character : 0;
    if (length > 0) tokens.push({ line, character, length, ...kind });
  }
  return tokens;
}
