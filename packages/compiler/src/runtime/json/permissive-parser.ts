import { mapPut, newMap } from "../collections/map.js";
import { NOT_A_NUMBER } from "../number/index.js";
import type { JavaList, JavaMap, Value } from "../value.js";
import { floatValue, integerValue } from "./number.js";
import {
  tooDeep,
  unexpectedCharacter,
  unexpectedEnd,
  unexpectedToken,
  unexpectedUnicodeEscape,
} from "./parse-exception.js";

/**
 * Deepest nesting of arrays and objects. json-smart 2.2 has no limit and dies of a StackOverflowError after some
 * thousands; 2.4.9 refuses more than 400. A thousand is far from both what people send and what stacks hold.
 */
export const MAX_DEPTH = 1000;

/** json-smart marks the end of the text with U+001A, so that a real U+001A in the text ends it too. */
const END = 0x1a;

const TAB = 0x09;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const PLUS = 0x2b;
const COMMA = 0x2c;
const MINUS = 0x2d;
const DOT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const COLON = 0x3a;
const OPEN_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const TILDE = 0x7e;
const DELETE = 0x7f;

/** Where an unquoted token ends, besides the end of the text. */
type Stop = "document" | "element" | "member" | "key";
const COMMA_STOPS: Readonly<Record<Stop, number>> = { document: END, element: COMMA, member: COMMA, key: END };
const CLOSER_STOPS: Readonly<Record<Stop, number>> = {
  document: END,
  element: CLOSE_BRACKET,
  member: CLOSE_BRACE,
  key: COLON,
};

const ESCAPES: Readonly<Record<string, string>> = {
  t: "\t",
  n: "\n",
  r: "\r",
  f: "\f",
  b: "\b",
  "\\": "\\",
  "/": "/",
  "'": "'",
  '"': '"',
};

/**
 * json-smart 2.2 in `MODE_PERMISSIVE`, character for character: unquoted and single-quoted strings, stray commas,
 * leading zeros, anything after the document. Text that is no JSON at all is a String.
 */
export class PermissiveParser {
  /** Ends with a U+001A, so that reading at the end needs no bounds check. */
  readonly #text: string;
  readonly #length: number;
  #position = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = `${text}\x1a`;
    this.#length = text.length;
  }

  /** The document; JSON null is `null`. Throws ParseException or NumberFormatException. */
  parse(): Value {
    return this.#readValue("document");
  }

  #readValue(stop: Stop): Value {
    const text = this.#text;
    for (;;) {
      const c = text.charCodeAt(this.#position);
      switch (c) {
        case TAB:
        case NEWLINE:
        case RETURN:
        case SPACE:
          this.#position++;
          continue;
        case COLON:
        case CLOSE_BRACKET:
        case CLOSE_BRACE:
          throw unexpectedCharacter(this.#position, String.fromCharCode(c));
        case OPEN_BRACE:
          return this.#readObject();
        case OPEN_BRACKET:
          return this.#readArray();
        case QUOTE:
        case APOSTROPHE:
          return this.#readString(c);
        default:
          if (c === MINUS || (c >= ZERO && c <= NINE)) return this.#readNumber(stop);
          return this.#readWord(c, stop);
      }
    }
  }

  /** `c` is the first character: a word after other control characters than JSON's blanks is a String, even `null`. */
  #readWord(c: number, stop: Stop): Value {
    const word = this.#readUnquoted(this.#position, stop);
    return c <= SPACE ? word : wordValue(word);
  }

  #enter(bracket: string): void {
    if (++this.#depth > MAX_DEPTH) throw tooDeep(this.#position, bracket);
  }

  #readArray(): JavaList {
    this.#enter("[");
    const text = this.#text;
    const list: JavaList = [];
    this.#position++;
    for (;;) {
      const c = text.charCodeAt(this.#position);
      switch (c) {
        case TAB:
        case NEWLINE:
        case RETURN:
        case SPACE:
        case COMMA:
          this.#position++;
          continue;
        case CLOSE_BRACKET:
          this.#depth--;
          this.#position++;
          return list;
        case COLON:
        case CLOSE_BRACE:
          throw unexpectedCharacter(this.#position, String.fromCharCode(c));
        case END:
          throw unexpectedEnd(this.#position - 1, "EOF");
        default:
          list.push(this.#readValue("element"));
      }
    }
  }

  #readObject(): JavaMap {
    this.#enter("{");
    const text = this.#text;
    const map = newMap();
    for (;;) {
      const c = text.charCodeAt(++this.#position);
      switch (c) {
        case TAB:
        case NEWLINE:
        case RETURN:
        case SPACE:
        case COMMA:
          continue;
        case COLON:
        case OPEN_BRACKET:
        case CLOSE_BRACKET:
        case OPEN_BRACE:
          throw unexpectedCharacter(this.#position, String.fromCharCode(c));
        case CLOSE_BRACE:
          break;
        default:
          this.#readMember(map, c);
          if (text.charCodeAt(this.#position) === COMMA) continue;
      }
      this.#depth--;
      this.#position++;
      return map;
    }
  }

  /** Reads `key: value`, up to the comma or brace after it. `c` is the first character of the key. */
  #readMember(map: JavaMap, c: number): void {
    const key = c === QUOTE || c === APOSTROPHE ? this.#readString(c) : this.#readUnquoted(this.#position, "key");
    const separator = this.#skipSpace();
    if (separator === END) throw unexpectedEnd(this.#position - 1, "null");
    if (separator !== COLON) throw unexpectedCharacter(this.#position - 1, String.fromCharCode(separator));
    if (++this.#position >= this.#length) throw unexpectedEnd(this.#position - 1, "EOF");
    mapPut(map, key, this.#readValue("member"));
    const end = this.#skipSpace();
    if (end === END) throw unexpectedEnd(this.#position - 1, "null");
    if (end !== COMMA && end !== CLOSE_BRACE) throw unexpectedToken(this.#position - 1, String.fromCharCode(end));
  }

  #readString(quote: number): string {
    const start = this.#position + 1;
    const end = this.#text.indexOf(quote === QUOTE ? '"' : "'", start);
    if (end === -1) throw unexpectedEnd(this.#length, "null");
    const raw = this.#text.slice(start, end);
    if (raw.includes("\\")) return this.#readEscapedString(quote);
    this.#position = end + 1;
    return raw;
  }

  /** A string with a backslash in it; only there json-smart drops control characters. */
  #readEscapedString(quote: number): string {
    const text = this.#text;
    let out = "";
    let at = this.#position + 1;
    let copied = at;
    for (;;) {
      const c = text.charCodeAt(at);
      if (c === quote) {
        this.#position = at + 1;
        return out + text.slice(copied, at);
      }
      if (c === BACKSLASH) {
        out += text.slice(copied, at);
        const letter = text.charAt(at + 1);
        at += 2;
        if (letter === "u" || letter === "x") {
          const digits = letter === "u" ? 4 : 2;
          out += this.#readUnicode(at, digits);
          at += digits;
        } else if (Object.hasOwn(ESCAPES, letter)) {
          out += ESCAPES[letter];
        }
        copied = at;
      } else if (c >= SPACE && c !== DELETE) {
        at++;
      } else {
        // NaN: an escape took the end mark.
        if (c === END || Number.isNaN(c)) throw unexpectedEnd(at - 1, "null");
        out += text.slice(copied, at);
        copied = ++at;
      }
    }
  }

  #readUnicode(start: number, digits: number): string {
    let code = 0;
    for (let at = start; at < start + digits; at++) {
      const digit = HEX_DIGITS.indexOf(this.#text.charAt(at));
      if (digit === -1) {
        if (this.#text.charCodeAt(at) === END) throw unexpectedEnd(at, "EOF");
        throw unexpectedUnicodeEscape(at, this.#text.charAt(at));
      }
      // Upper-case letters stand 6 places after the lower-case ones.
      code = code * 16 + (digit > 15 ? digit - 6 : digit);
    }
    return String.fromCharCode(code);
  }

  #readNumber(stop: Stop): Value {
    const start = this.#position++;
    let c = this.#skipDigits();
    let isFloat = false;
    if (c === DOT) {
      isFloat = true;
      this.#position++;
      c = this.#skipDigits();
    }
    if (c === 0x45 || c === 0x65) {
      isFloat = true;
      c = this.#text.charCodeAt(++this.#position);
      if (c !== PLUS && c !== MINUS && !(c >= ZERO && c <= NINE)) return this.#readUnquoted(start, stop);
      this.#position++;
      this.#skipDigits();
    }
    c = this.#skipSpace();
    const isWhole = c >= TILDE || c === END || c === COMMA_STOPS[stop] || c === CLOSER_STOPS[stop];
    if (!isWhole) return this.#readUnquoted(start, stop);
    const token = trimmed(this.#text, start, this.#position);
    return isFloat ? floatValue(token) : integerValue(token);
  }

  /** Everything from `start` up to the stop, trimmed. */
  #readUnquoted(start: number, stop: Stop): string {
    const text = this.#text;
    const comma = COMMA_STOPS[stop];
    const closer = CLOSER_STOPS[stop];
    let at = this.#position;
    for (;;) {
      const c = text.charCodeAt(at);
      if (c === END || c === comma || c === closer) break;
      at++;
    }
    this.#position = at;
    return trimmed(text, start, at);
  }

  #skipDigits(): number {
    for (;;) {
      const c = this.#text.charCodeAt(this.#position);
      if (!(c >= ZERO && c <= NINE)) return c;
      this.#position++;
    }
  }

  /** Skips all characters up to U+0020 and returns the next. */
  #skipSpace(): number {
    for (;;) {
      const c = this.#text.charCodeAt(this.#position);
      if (c > SPACE || c === END) return c;
      this.#position++;
    }
  }
}

const HEX_DIGITS = "0123456789abcdefABCDEF";

function wordValue(word: string): Value {
  switch (word) {
    case "null":
      return null;
    case "true":
      return true;
    case "false":
      return false;
    case "NaN":
      return NOT_A_NUMBER;
    default:
      return word;
  }
}

/** `text.substring(start, end).trim()` as Java trims: everything up to U+0020, and nothing else. */
function trimmed(text: string, start: number, end: number): string {
  let from = start;
  let to = end;
  while (to > from && text.charCodeAt(to - 1) <= SPACE) to--;
  while (from < to && text.charCodeAt(from) <= SPACE) from++;
  return text.slice(from, to);
}
