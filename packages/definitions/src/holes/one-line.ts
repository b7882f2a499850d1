import type { PieceReplacement } from "../map/piece.js";

/** Line breaks, with the indentation after them, for which `oneLine` puts a blank: what follows a `##` is then in the comment. */
export function scanOneLine(text: string): PieceReplacement[] {
  return Array.from(
    text.matchAll(/\n\s*/g),
    ({ 0: lineBreak, index: start }): PieceReplacement => ({
      kind: "text",
      text: " ",
      start,
      end: start + lineBreak.length,
    }),
  );
}
