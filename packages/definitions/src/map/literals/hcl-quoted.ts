import type { Piece } from "../piece.js";
import { PieceBuilder } from "../piece-builder.js";
import { decodeEscape, type EscapeTable, unicodeEscape } from "./backslash-escape.js";
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
const ESCAPES: EscapeTable = { short: SHORT_ESCAPES, hexLengths: HEX_LENGTHS };

/** Decodes a quoted HCL template with its quotes; `undefined` if it is not one. */
export function decodeHclQuoted(source: string, base: number): Piece[] | undefined {
  if (source.length < 2 || source[0] !== '"' || source.at(-1) !== '"') return undefined;
  const builder = new PieceBuilder(source, base);
  const limit = source.length - 1;
  for (let at = 1; at < limit; ) {
    const character = source[at]!;
    if (character === '"' || character === "\n") return undefined;
    if (character === "\\") {
      const end = decodeEscape(builder, source, at, limit, ESCAPES);
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

/** The characters of `text` as they stand between the quotes. */
export function encodeHclQuotedCharacters(text: string): string {
  const escaped = text.replace(/["\\\n\r\t\0-\x1f]/g, (character) => {
    for (const [selector, meaning] of SHORT_ESCAPES) if (meaning === character) return `\\${selector}`;
    return unicodeEscape(character);
  });
  // Only one `$` may stand before an escaped `${`.
  const apart = escaped.replace(/([$%])(?=\1+\{)/g, (sigil) => `\\u00${sigil.charCodeAt(0).toString(16)}`);
  return escapeHclSequences(apart);
}
