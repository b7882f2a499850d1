import type { Piece } from "../piece.js";
import { type Escape, unicodeEscape } from "./backslash-escape.js";
import { decodeQuoted, writeCharacter, writeEscape, writeLineFeed } from "./decode-characters.js";
import { interpolationEnd } from "./interpolation-end.js";

const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["t", "\t"],
  ["b", "\b"],
  ["v", "\v"],
  ["f", "\f"],
  ["r", "\r"],
]);

type ReadEscape = (source: string, at: number, limit: number) => Escape | undefined;

/** Decodes a JavaScript string or template literal with its quotes; `undefined` if it is not one. */
export function decodeJsString(source: string, base: number): Piece[] | undefined {
  return decode(source, base, readJsEscape);
}

/** Decodes the template literal that `String.raw` is given, with its backticks; `undefined` if it is not one. */
export function decodeJsRaw(source: string, base: number): Piece[] | undefined {
  return source.startsWith("`") ? decode(source, base, readRawBackslash) : undefined;
}

/** Decodes the template literal that the tag `dedent` is given, without what it does to indentation. */
export function decodeJsDedent(source: string, base: number): Piece[] | undefined {
  return source.startsWith("`") ? decode(source, base, readDedentEscape) : undefined;
}

function decode(source: string, base: number, readEscape: ReadEscape): Piece[] | undefined {
  const quote = source[0];
  if (quote !== "'" && quote !== '"' && quote !== "`") return undefined;
  return decodeQuoted(source, base, quote, /['"`\\\n\r$]/g, (builder, text, at, limit) => {
    const character = text[at];
    if (character === quote || (quote !== "`" && (character === "\n" || character === "\r"))) return undefined;
    if (character === "\\") return writeEscape(builder, at, readEscape(text, at, limit));
    // Template literals read every line break as a line feed.
    if (character === "\r") return writeLineFeed(builder, text, at);
    if (quote !== "`" || character !== "$" || text[at + 1] !== "{") return writeCharacter(builder, at);
    const end = interpolationEnd(text, at + 2, "\"'`", "`", limit);
    if (end !== undefined) builder.hole(at, end, "JavaScript expression", text.slice(at + 2, end - 1).trim());
    return end;
  });
}

/** A backslash stays, and keeps what follows from ending the literal and from being a substitution. */
function readRawBackslash(source: string, at: number, limit: number): Escape | undefined {
  // A carriage return is read as a line feed all the same.
  if (source[at + 1] === "\r") return { end: at + 1, text: undefined };
  return at + 1 < limit ? { end: at + 2, text: undefined } : undefined;
}

/**
 * The tag reads the raw text and undoes some escapes, which are not JavaScript's: `\"` stays, and of `\\n`, a backslash and
 * a letter to JavaScript, the second backslash makes a line break (dedent 1.7.0; 0.7.0 keeps `\$` and `\{` too).
 */
function readDedentEscape(source: string, at: number, limit: number): Escape | undefined {
  const undone = /^(\\(?=\\(?!\$\{)))?\\(?:(?:\r\n?|\n)[ \t]*|([n`{$]))/.exec(source.slice(at, limit));
  if (undone === null) return readRawBackslash(source, at, limit);
  const [whole, kept = "", character = ""] = undone;
  return { end: at + whole.length, text: kept + (character === "n" ? "\n" : character) };
}

function readJsEscape(source: string, at: number, limit: number): Escape | undefined {
  const selector = source[at + 1];
  if (selector === undefined || at + 1 >= limit) return undefined;
  if (selector === "\r" && source[at + 2] === "\n") return { end: at + 3, text: "" };
  if (/[\n\r\u2028\u2029]/.test(selector)) return { end: at + 2, text: "" };
  if (selector === "x" || selector === "u") {
    const match = /^\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\})/.exec(source.slice(at, at + 10));
    const code = Number.parseInt(match?.[1] ?? match?.[2] ?? match?.[3] ?? "", 16);
    if (match === null || code > 0x10ffff || at + match[0].length > limit) return undefined;
    const text = match[3] === undefined ? String.fromCharCode(code) : String.fromCodePoint(code);
    return { end: at + match[0].length, text };
  }
  if (selector === "0" && !/[0-9]/.test(source[at + 2] ?? "")) return { end: at + 2, text: "\0" };
  // Octal escapes are errors in modules and template literals.
  if (/[0-9]/.test(selector)) return undefined;
  const width = (source.codePointAt(at + 1) ?? 0) > 0xffff ? 2 : 1;
  return { end: at + 1 + width, text: SHORT_ESCAPES.get(selector) ?? source.slice(at + 1, at + 1 + width) };
}

/** `text` as it stands in the literal of `dedent`, which has no way to say some backslashes. */
export function encodeJsDedent(text: string): string {
  return text.replaceAll("`", "\\`").replaceAll("${", "\\${");
}

/** The characters of `text` as they stand between the given quotes. */
export function encodeJsCharacters(text: string, quote: string): string {
  const escaped = text.replace(/[\\\r\u2028\u2029\0-\x08\x0b\x0c\x0e-\x1f]/g, (character) => {
    if (character === "\\") return "\\\\";
    if (character === "\r") return "\\r";
    return unicodeEscape(character);
  });
  if (quote === "`") return escaped.replaceAll("`", "\\`").replaceAll("${", "\\${");
  return escaped.replaceAll("\n", "\\n").replaceAll(quote, `\\${quote}`);
}
