import type { Piece } from "../piece.js";
import type { PieceBuilder } from "../piece-builder.js";
import { decodeEscape, type EscapeTable, unicodeEscape } from "./backslash-escape.js";
import { decodeCharacters, decodeQuoted } from "./decode-characters.js";
import { foldWhitespace } from "./yaml-flow-folding.js";

/** YAML 1.2 section 5.7, the escapes of one letter. */
const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([
  ["0", "\0"],
  ["a", "\x07"],
  ["b", "\b"],
  ["e", "\x1b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["v", "\v"],
  ["N", "\x85"],
  ["_", "\xa0"],
  ["L", "\u2028"],
  ["P", "\u2029"],
  [" ", " "],
  ["\t", "\t"],
  ['"', '"'],
  ["/", "/"],
  ["\\", "\\"],
]);

const HEX_LENGTHS: ReadonlyMap<string, number> = new Map([
  ["x", 2],
  ["u", 4],
  ["U", 8],
]);
const ESCAPES: EscapeTable = { short: SHORT_ESCAPES, hexLengths: HEX_LENGTHS };

/** Decodes a plain scalar, which may run over several lines. */
export function decodeYamlPlain(source: string, base: number): Piece[] | undefined {
  return decodeCharacters(source, base, { start: 0, limit: source.length }, /[ \t\r\n]/g, foldWhitespace);
}

/** Decodes a single-quoted scalar with its quotes; `undefined` if it is not one. */
export function decodeYamlSingle(source: string, base: number): Piece[] | undefined {
  return decodeQuoted(source, base, "'", /[ \t\r\n']/g, (builder, text, at, limit) => {
    if (text[at] !== "'") return foldWhitespace(builder, text, at, limit);
    if (text[at + 1] !== "'" || at + 1 >= limit) return undefined;
    builder.escape(at, at + 2, "'");
    return at + 2;
  });
}

/** Decodes a double-quoted scalar with its quotes; `undefined` if it is not one. */
export function decodeYamlDouble(source: string, base: number): Piece[] | undefined {
  return decodeQuoted(source, base, '"', /[ \t\r\n"\\]/g, (builder, text, at, limit) => {
    if (text[at] === '"') return undefined;
    if (text[at] !== "\\") return foldWhitespace(builder, text, at, limit);
    return /[\n\r]/.test(text[at + 1]!)
      ? afterEscapedBreak(builder, text, at, limit)
      : decodeEscape(builder, text, at, limit, ESCAPES);
  });
}

/** `\` at a line's end joins it with the next; the next line's indentation goes too. */
function afterEscapedBreak(builder: PieceBuilder, source: string, at: number, limit: number): number {
  let end = at + (source[at + 1] === "\r" && source[at + 2] === "\n" ? 3 : 2);
  while (end < limit && (source[end] === " " || source[end] === "\t")) end++;
  builder.escape(at, end, "");
  return end;
}

/** The characters of `text` as they stand in a double-quoted scalar on one line. */
export function encodeYamlDoubleCharacters(text: string): string {
  // JSON.stringify leaves DEL, C1 controls, U+2028/2029, the byte order mark and noncharacters: YAML's printable set
  // has no room for most of them.
  return JSON.stringify(text)
    .slice(1, -1)
    .replace(/[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g, unicodeEscape);
}

/**
 * Whether `text` may stand in a scalar without escapes: YAML's printable characters, less the line breaks of YAML 1.1
 * (which PyYAML reads) other than the line feed.
 */
export function isYamlPrintable(text: string): boolean {
  return /^[\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]*$/u.test(text);
}

/** `text` in single quotes on one line; `undefined` if it needs escapes that single quotes do not have. */
export function encodeYamlSingle(text: string): string | undefined {
  if (!isYamlPrintable(text) || /[\t\n]/.test(text)) return undefined;
  return `'${text.replaceAll("'", "''")}'`;
}

/** Whether `source` on one line reads as a plain scalar string wherever a scalar may stand. */
export function isSafeYamlPlain(source: string): boolean {
  return (
    /^[A-Za-z$(/_.+~^=;<\\]/.test(source) &&
    !/[\s]$|[\n\r\t,[\]{}]|: |:$| #/.test(source) &&
    !/^(?:null|true|false|yes|no|on|off|[yn]|~|=|<<|[-+.]?[\d.][\d._eE+-]*|[-+]?\.(?:inf|nan))$/i.test(source) &&
    !/[^\x20-\x7e]/.test(source)
  );
}
