import { CONTROL_LETTERS, CONTROLS } from "../text/java-escape.js";
import type { Value } from "../value.js";
import { BACKSLASH, DELETE, END, QUOTE, SPACE, TILDE } from "./characters.js";
import { floatValue, integerValue } from "./number.js";
import { unexpected, unexpectedEnd } from "./parse-exception.js";

/** A text that is being read. */
export interface Reading {
  /** Ends with a U+001A, so that reading at the end needs no bounds check. */
  readonly jsonText: string;
  position: number;
  /** Arrays and objects around the position. */
  bracketDepth: number;
}

/** Before which characters an unquoted token ends: of a document, an element, a member or a key. All end with the text. */
export type Stops = "" | ",]" | ",}" | ":";

export function currentOf({ jsonText, position }: Reading): number {
  return jsonText.charCodeAt(position);
}

/** Skips all characters up to U+0020 and returns the next. */
export function skipControls(reading: Reading): number {
  for (;;) {
    const c = currentOf(reading);
    if (c > SPACE || c === END) return c;
    reading.position++;
  }
}

/** From an opening quote, of either kind, to behind the closing one. */
export function readString(reading: Reading, quote: number): string {
  const { jsonText: text, position } = reading;
  const end = text.indexOf(quote === QUOTE ? '"' : "'", position + 1);
  if (end === -1) throw unexpectedEnd(text.length - 1, "null");
  const raw = text.slice(position + 1, end);
  if (raw.includes("\\")) return readEscapedString(reading, quote);
  reading.position = end + 1;
  return raw;
}

/** A string with a backslash in it; only there json-smart drops control characters. */
function readEscapedString(reading: Reading, quote: number): string {
  const { jsonText: text } = reading;
  let out = "";
  let at = reading.position + 1;
  let copied = at;
  for (;;) {
    const c = text.charCodeAt(at);
    if (c >= SPACE && c !== DELETE && c !== BACKSLASH && c !== quote) {
      at++;
      continue;
    }
    out += text.slice(copied, at);
    if (c === BACKSLASH) {
      const letter = text.charAt(at + 1);
      const digits = letter === "u" ? 4 : letter === "x" ? 2 : 0;
      at += 2;
      out += digits > 0 ? unicode(text, at, digits) : escaped(letter);
      at += digits;
    } else {
      at++;
      if (c === quote) {
        reading.position = at;
        return out;
      }
      // NaN: a backslash took the end mark.
      if (c === END || Number.isNaN(c)) throw unexpectedEnd(at - 2, "null");
    }
    copied = at;
  }
}

/** The character of so many hexadecimal digits. */
function unicode(text: string, start: number, count: number): string {
  const digits = text.slice(start, start + count);
  const odd = digits.search(/[^\da-f]/i);
  if (odd === -1) return String.fromCharCode(Number(`0x${digits}`));
  if (digits.charCodeAt(odd) === END) throw unexpectedEnd(start + odd, "EOF");
  throw unexpected(`unicode escape sequence ${digits.charAt(odd)}`, start + odd);
}

/** What a letter after a backslash stands for; an unknown escape is dropped altogether. */
function escaped(letter: string): string {
  const control = CONTROL_LETTERS.indexOf(letter);
  if (control >= 0) return CONTROLS.charAt(control);
  return "\\/'\"".includes(letter) ? letter : "";
}

/** Also `-`, `1.` and `1e+`. */
const NUMBER = /-?\d*(?:\.\d*)?(?:[eE][-+\d]\d*)?/y;

/** What starts with a digit or a minus: a number, or a String if more follows than belongs to one. */
export function readNumber(reading: Reading, stops: Stops): Value {
  const { jsonText: text, position } = reading;
  NUMBER.lastIndex = position;
  NUMBER.test(text);
  reading.position = NUMBER.lastIndex;
  const token = text.slice(position, NUMBER.lastIndex);
  const c = skipControls(reading);
  // json-smart has no stops beyond `}`, and there ends the number instead of going on.
  const isWhole = c === END || c >= TILDE || stops.includes(text.charAt(reading.position));
  if (!isWhole) return readUnquoted(reading, position, stops);
  return /[.eE]/.test(token) ? floatValue(token) : integerValue(token);
}

/** Everything from `start`, at or before the position, up to the next stop, trimmed as Java does: up to U+0020. */
export function readUnquoted(reading: Reading, start: number, stops: Stops): string {
  const { jsonText: text } = reading;
  const [first, other] = [stops.charCodeAt(0), stops.charCodeAt(1)];
  let from = start;
  let to = reading.position;
  for (let c = text.charCodeAt(to); c !== END && c !== first && c !== other; ) c = text.charCodeAt(++to);
  reading.position = to;
  while (to > from && text.charCodeAt(to - 1) <= SPACE) to--;
  while (from < to && text.charCodeAt(from) <= SPACE) from++;
  return text.slice(from, to);
}
