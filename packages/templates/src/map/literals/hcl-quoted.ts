import type { Piece } from "../piece.js";
import { PieceBuilder } from "../piece-builder.js";
import { escapeHclSequences, isHclEscape, readHclSequence } from "./hcl-sequence.js";

const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ['"', '"'],
  ["\\", "\\"],
]);

const HEX_LENGTHS: ReadonlyMap<string, number> = new Map([
  ["u", 4],
  ["U", 8],
]);

/** Decodes a quoted HCL template with its quotes; `undefined` if it is not one. */
export function decodeHclQuoted(source: string, base: number): Piece[] | undefined {
  if (source.length < 2 || source[0] !== '"' || source.at(-1) !== '"') return undefined;
  const builder = new PieceBuilder(source, base);
  const limit = source.length - 1;
  for (let at = 1; at < limit; ) {
    const character = source[at]!;
    if (character === '"' || character === "\n") return undefined;
    if (character === "\\") {
      const end = decodeEscape(builder, source, at, limit);
      if (end === undefined) return undefined;
      at = end;
    } else if (isHclEscape(source, at)) {
      builder.verbatim(at, at + 1);
      builder.verbatim(at + 2, at + 3);
      at += 3;
    } else if ((character === "$" || character === "%") && source[at + 1] === "{") {
      const sequence = readHclSequence(source, at, limit);
      if (sequence === undefined) return undefined;
      const construct = sequence.directive ? "Terraform directive" : "Terraform expression";
      builder.hole(at, sequence.end, construct, sequence.expression);
      at = sequence.end;
    } else {
      builder.verbatim(at, at + 1);
      at++;
    }
  }
  return builder.finish();
}

function decodeEscape(builder: PieceBuilder, source: string, at: number, limit: number): number | undefined {
  const selector = source[at + 1]!;
  if (at + 1 >= limit) return undefined;
  const length = HEX_LENGTHS.get(selector);
  if (length !== undefined) {
    const digits = source.slice(at + 2, at + 2 + length);
    const code = Number.parseInt(digits, 16);
    if (digits.length < length || !/^[0-9a-fA-F]+$/.test(digits) || code > 0x10ffff) return undefined;
    builder.escape(at, at + 2 + length, String.fromCodePoint(code));
    return at + 2 + length;
  }
  const short = SHORT_ESCAPES.get(selector);
  if (short === undefined) return undefined;
  builder.escape(at, at + 2, short);
  return at + 2;
}

/** The characters of `text` as they stand between the quotes. */
export function encodeHclQuotedCharacters(text: string): string {
  const escaped = text.replace(/["\\\n\r\t\0-\x1f]/g, (character) => {
    for (const [selector, meaning] of SHORT_ESCAPES) if (meaning === character) return `\\${selector}`;
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
  // Only one `$` may stand before an escaped `${`.
  const apart = escaped.replace(/([$%])(?=\1+\{)/g, (sigil) => `\\u00${sigil.charCodeAt(0).toString(16)}`);
  return escapeHclSequences(apart);
}
