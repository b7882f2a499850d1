import type { Piece } from "../piece.js";
import type { Escape } from "./backslash-escape.js";
import { decodeCharacters, writeCharacter, writeEscape, writeLineFeed } from "./decode-characters.js";
import { interpolationEnd } from "./interpolation-end.js";

const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([
  ["\n", ""],
  ["\\", "\\"],
  ["'", "'"],
  ['"', '"'],
  ["a", "\x07"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["v", "\v"],
]);

/** The parts of a Python string literal around its characters. */
export interface PythonStringFrame {
  readonly raw: boolean;
  readonly formatted: boolean;
  readonly prefix: string;
  /** `'`, `"`, `'''` or `"""`. */
  readonly quote: string;
}

/** The prefix and quotes of a literal; `undefined` if it is not a text string. */
export function readPythonStringFrame(source: string): PythonStringFrame | undefined {
  const match = /^([rRuUfF]{0,2})("""|'''|"|')/.exec(source);
  if (match === null) return undefined;
  const prefix = match[1]!;
  const quote = match[2]!;
  if (source.length < prefix.length + 2 * quote.length || !source.endsWith(quote)) return undefined;
  return { raw: /r/i.test(prefix), formatted: /f/i.test(prefix), prefix, quote };
}

/** Decodes a Python string literal with prefix and quotes; `undefined` if it is not one. */
export function decodePythonString(source: string, base: number): Piece[] | undefined {
  const frame = readPythonStringFrame(source);
  if (frame === undefined) return undefined;
  const { raw, formatted, prefix, quote } = frame;
  const range = { start: prefix.length + quote.length, limit: source.length - quote.length };
  return decodeCharacters(source, base, range, /['"\\\n\r{}]/g, (builder, text, at, limit) => {
    const character = text[at];
    if (text.startsWith(quote, at) || (quote.length === 1 && character === "\n")) return undefined;
    if (character === "\\") {
      return writeEscape(builder, at, raw ? readRawBackslash(text, at, limit) : readPythonEscape(text, at, limit));
    }
    if (character === "\r") return writeLineFeed(builder, text, at);
    if (!formatted || (character !== "{" && character !== "}")) return writeCharacter(builder, at);
    if (text[at + 1] === character && at + 1 < limit) {
      builder.verbatim(at, at + 1);
      return at + 2;
    }
    const end = character === "{" ? interpolationEnd(text, at + 1, "\"'", "", limit) : undefined;
    if (end !== undefined) builder.hole(at, end, "Python expression", text.slice(at + 1, end - 1).trim());
    return end;
  });
}

/** In a raw string a backslash stays, and keeps the quote after it from closing the string. */
function readRawBackslash(source: string, at: number, limit: number): Escape | undefined {
  if (at + 1 >= limit) return undefined;
  const next = source[at + 1];
  return { end: next === "'" || next === '"' || next === "\\" ? at + 2 : at + 1, text: undefined };
}

function readPythonEscape(source: string, at: number, limit: number): Escape | undefined {
  const selector = source[at + 1];
  if (selector === undefined || at + 1 >= limit) return undefined;
  if (selector === "\r") return { end: source[at + 2] === "\n" ? at + 3 : at + 2, text: "" };
  const short = SHORT_ESCAPES.get(selector);
  if (short !== undefined) return { end: at + 2, text: short };
  const coded = /^\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{1,3}))/.exec(
    source.slice(at, at + 10),
  );
  if (coded === null) {
    // Names would need the Unicode character database; an unknown escape keeps its backslash.
    return selector === "N" || selector === "x" || /u/i.test(selector) ? undefined : { end: at + 1, text: undefined };
  }
  const code = Number.parseInt(coded[1] ?? coded[2] ?? coded[3] ?? coded[4]!, coded[4] === undefined ? 16 : 8);
  if (code > 0x10ffff || at + coded[0].length > limit) return undefined;
  return { end: at + coded[0].length, text: String.fromCodePoint(code) };
}

/** The characters of `text` as they stand between the quotes of `frame`, which must not be raw. */
export function encodePythonCharacters(text: string, frame: PythonStringFrame): string {
  const quote = frame.quote[0]!;
  const escaped = text.replace(/[\\\r\0-\x08\x0b\x0c\x0e-\x1f]/g, (character) => {
    if (character === "\\") return "\\\\";
    if (character === "\r") return "\\r";
    return `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`;
  });
  const quoted =
    frame.quote.length === 1
      ? escaped.replaceAll("\n", "\\n").replaceAll(quote, `\\${quote}`)
      : escaped.replace(new RegExp(`${quote}(?=${quote}|$)`, "g"), `\\${quote}`);
  return frame.formatted ? quoted.replaceAll("{", "{{").replaceAll("}", "}}") : quoted;
}
