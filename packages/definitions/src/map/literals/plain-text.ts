import type { Piece } from "../piece.js";

/** A template file: the text is the file. */
export function decodePlainText(source: string, base: number): Piece[] {
  return source === "" ? [] : [{ kind: "verbatim", text: source, start: base, end: base + source.length }];
}
