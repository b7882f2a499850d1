import type { Piece } from "../piece.js";
import { PieceBuilder } from "../piece-builder.js";
import type { Escape } from "./backslash-escape.js";

/** Reads what begins at a special character into the builder; gives the offset behind it, `undefined` if it cannot be there. */
export type ReadSpecial = (builder: PieceBuilder, source: string, at: number, limit: number) => number | undefined;

/**
 * Decodes the characters of a literal from `start` to `limit`. Those that `special`, a global expression, does not match
 * stand for themselves. `undefined` if they are not what such a literal has.
 */
export function decodeCharacters(
  source: string,
  base: number,
  { start, limit }: { readonly start: number; readonly limit: number },
  special: RegExp,
  read: ReadSpecial,
): Piece[] | undefined {
  const builder = new PieceBuilder(source, base);
  for (let at: number | undefined = start; at < limit; ) {
    special.lastIndex = at;
    const next: number = Math.min(special.exec(source)?.index ?? limit, limit);
    builder.verbatim(at, next);
    at = next < limit ? read(builder, source, next, limit) : limit;
    if (at === undefined) return undefined;
  }
  return builder.finish();
}

/** The same between quotes of one character; `undefined` if it does not stand at both ends. */
export function decodeQuoted(
  source: string,
  base: number,
  quote: string,
  special: RegExp,
  read: ReadSpecial,
): Piece[] | undefined {
  if (source.length < 2 || source[0] !== quote || source.at(-1) !== quote) return undefined;
  return decodeCharacters(source, base, { start: 1, limit: source.length - 1 }, special, read);
}

/** A character that stands for itself after all. */
export function writeCharacter(builder: PieceBuilder, at: number): number {
  builder.verbatim(at, at + 1);
  return at + 1;
}

/** What a backslash begins, if it begins anything. */
export function writeEscape(builder: PieceBuilder, at: number, read: Escape | undefined): number | undefined {
  if (read === undefined) return undefined;
  if (read.text === undefined) builder.verbatim(at, read.end);
  else builder.escape(at, read.end, read.text);
  return read.end;
}

/** A carriage return, with a line feed or without, that is read as a line feed. */
export function writeLineFeed(builder: PieceBuilder, source: string, at: number): number {
  const end = source[at + 1] === "\n" ? at + 2 : at + 1;
  builder.escape(at, end, "\n");
  return end;
}
