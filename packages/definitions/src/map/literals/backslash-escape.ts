import type { PieceBuilder } from "../piece-builder.js";

/** What may follow a backslash: a letter that stands for a character, or one that so many hexadecimal digits follow. */
export interface EscapeTable {
  readonly short: ReadonlyMap<string, string>;
  readonly hexLengths: ReadonlyMap<string, number>;
}

/** What a backslash begins; `text` is `undefined` where the source characters stand for themselves. */
export interface Escape {
  readonly end: number;
  readonly text: string | undefined;
}

/** Reads the escape at `at` into `builder`; gives the offset after it, `undefined` if there is none. */
export function decodeEscape(
  builder: PieceBuilder,
  source: string,
  at: number,
  limit: number,
  { short, hexLengths }: EscapeTable,
): number | undefined {
  const selector = source[at + 1]!;
  if (at + 1 >= limit) return undefined;
  const length = hexLengths.get(selector);
  if (length !== undefined) {
    const digits = source.slice(at + 2, at + 2 + length);
    const code = Number.parseInt(digits, 16);
    if (digits.length < length || !/^[0-9a-fA-F]+$/.test(digits) || code > 0x10ffff) return undefined;
    builder.escape(at, at + 2 + length, String.fromCodePoint(code));
    return at + 2 + length;
  }
  const character = short.get(selector);
  if (character === undefined) return undefined;
  builder.escape(at, at + 2, character);
  return at + 2;
}

/** `\uXXXX` of a UTF-16 unit. */
export function unicodeEscape(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
