import type { Piece } from "../piece.js";
import { decodeEscape, type EscapeTable, unicodeEscape } from "./backslash-escape.js";
import { decodeQuoted, writeCharacter } from "./decode-characters.js";
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
  return decodeQuoted(source, base, '"', /["\n\\$%]/g, (builder, text, at, limit) => {
    const character = text[at];
    if (character === '"' || character === "\n") return undefined;
    if (character === "\\") return decodeEscape(builder, text, at, limit, ESCAPES);
    if (isHclEscape(text, at)) {
      writeCharacter(builder, at);
      return writeCharacter(builder, at + 2);
    }
    if (text[at + 1] !== "{") return writeCharacter(builder, at);
    const sequence = readHclSequence(text, at, limit);
    if (sequence === undefined) return undefined;
    const construct = sequence.directive ? "Terraform directive" : "Terraform expression";
    builder.hole(at, sequence.end, construct, sequence.expression);
    return sequence.end;
  });
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
