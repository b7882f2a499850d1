import type { Piece } from "../piece.js";
import { PieceBuilder } from "../piece-builder.js";

const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);

/** Decodes a JSON string with its quotes; `undefined` if it is not one. */
export function decodeJsonString(source: string, base: number): Piece[] | undefined {
  if (source.length < 2 || source[0] !== '"' || source.at(-1) !== '"') return undefined;
  const builder = new PieceBuilder(source, base);
  const end = source.length - 1;
  for (let at = 1; at < end; ) {
    const character = source[at]!;
    if (character === '"' || character < " ") return undefined;
    if (character !== "\\") {
      builder.verbatim(at, at + 1);
      at++;
      continue;
    }
    const selector = source[at + 1]!;
    if (selector === "u") {
      const digits = source.slice(at + 2, at + 6);
      if (!/^[0-9a-fA-F]{4}$/.test(digits)) return undefined;
      builder.escape(at, at + 6, String.fromCharCode(Number.parseInt(digits, 16)));
      at += 6;
      continue;
    }
    const short = SHORT_ESCAPES.get(selector) ?? ('"\\/'.includes(selector) ? selector : undefined);
    if (short === undefined || at + 1 >= end) return undefined;
    builder.escape(at, at + 2, short);
    at += 2;
  }
  return builder.finish();
}

/** The characters of `text` as they stand between the quotes of a JSON string. */
export function encodeJsonCharacters(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
