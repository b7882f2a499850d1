import type { PieceBuilder } from "../piece-builder.js";

/** Where the whitespace run at `at` ends if it holds a line break, and the text it folds to; else `undefined`. */
function foldedBreak(source: string, at: number, limit: number): { end: number; text: string } | undefined {
  let end = at;
  let breaks = 0;
  while (end < limit) {
    const character = source[end];
    if (character === "\n") breaks++;
    else if (character === "\r" && source[end + 1] !== "\n") break;
    else if (character !== " " && character !== "\t" && character !== "\r") break;
    end++;
  }
  if (breaks === 0) return undefined;
  return { end, text: breaks === 1 ? " " : "\n".repeat(breaks - 1) };
}

/** Passes a whitespace run of a flow scalar to `builder`, folded if it breaks a line; returns the offset after it. */
export function foldWhitespace(builder: PieceBuilder, source: string, at: number, limit: number): number {
  const fold = foldedBreak(source, at, limit);
  if (fold !== undefined) {
    builder.escape(at, fold.end, fold.text);
    return fold.end;
  }
  let end = at + 1;
  while (end < limit && (source[end] === " " || source[end] === "\t")) end++;
  builder.verbatim(at, end);
  return end;
}
