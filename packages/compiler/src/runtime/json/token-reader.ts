import { CONTROL_LETTERS, CONTROLS } from "../text/java-escape.js";
import type { Value } from "../value.js";
import {
  BACKSLASH,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  DELETE,
  DOT,
  END,
  LOWER_E,
  MINUS,
  NINE,
  PLUS,
  QUOTE,
  SPACE,
  TILDE,
  UPPER_E,
  ZERO,
} from "./characters.js";
import { floatValue, integerValue } from "./number.js";
import { unexpectedEnd, unexpectedUnicodeEscape } from "./parse-exception.js";

/** What an unquoted token is part of. It ends before these characters, and always at the end of the text. */
export type TokenPlace = "document" | "element" | "member" | "key";
const FIRST_STOP: Readonly<Record<TokenPlace, number>> = { document: END, element: COMMA, member: COMMA, key: COLON };
const OTHER_STOP: Readonly<Record<TokenPlace, number>> = {
  document: END,
  element: CLOSE_BRACKET,
  member: CLOSE_BRACE,
  key: END,
};

const HEX_DIGITS = "0123456789abcdefABCDEF";

/** Strings, numbers and words, as json-smart 2.2 reads them in permissive mode. */
export class TokenReader {
  /** Ends with a U+001A, so that reading at the end needs no bounds check. */
  readonly text: string;
  /** Without the U+001A. */
  readonly length: number;
  position = 0;

  constructor(text: string) {
    this.text = `${text}\x1a`;
    this.length = text.length;
  }

  get current(): number {
    return this.text.charCodeAt(this.position);
  }

  /** Skips all characters up to U+0020 and returns the next. */
  skipSpace(): number {
    for (;;) {
      const c = this.current;
      if (c > SPACE || c === END) return c;
      this.position++;
    }
  }

  /** From an opening quote, of either kind, to behind the closing one. */
  readString(quote: number): string {
    const start = this.position + 1;
    const end = this.text.indexOf(quote === QUOTE ? '"' : "'", start);
    if (end === -1) throw unexpectedEnd(this.length, "null");
    const raw = this.text.slice(start, end);
    if (raw.includes("\\")) return this.#readEscapedString(quote);
    this.position = end + 1;
    return raw;
  }

  /** A string with a backslash in it; only there json-smart drops control characters. */
  #readEscapedString(quote: number): string {
    const { text } = this;
    let out = "";
    let at = this.position + 1;
    let copied = at;
    for (;;) {
      const c = text.charCodeAt(at);
      if (c === quote) {
        this.position = at + 1;
        return out + text.slice(copied, at);
      }
      if (c === BACKSLASH) {
        out += text.slice(copied, at);
        const letter = text.charAt(at + 1);
        at += 2;
        if (letter === "u" || letter === "x") {
          const digits = letter === "u" ? 4 : 2;
          out += this.#unicode(at, digits);
          at += digits;
        } else {
          out += escaped(letter);
        }
        copied = at;
      } else if (c >= SPACE && c !== DELETE) {
        at++;
      } else {
        // NaN: a backslash took the end mark.
        if (c === END || Number.isNaN(c)) throw unexpectedEnd(at - 1, "null");
        out += text.slice(copied, at);
        copied = ++at;
      }
    }
  }

  #unicode(start: number, digits: number): string {
    let code = 0;
    for (let at = start; at < start + digits; at++) {
      const digit = HEX_DIGITS.indexOf(this.text.charAt(at));
      if (digit === -1) {
        if (this.text.charCodeAt(at) === END) throw unexpectedEnd(at, "EOF");
        throw unexpectedUnicodeEscape(at, this.text.charAt(at));
      }
      // Upper-case letters stand 6 places after the lower-case ones.
      code = code * 16 + (digit > 15 ? digit - 6 : digit);
    }
    return String.fromCharCode(code);
  }

  /** What starts with a digit or a minus: a number, or a String if more follows than belongs to one. */
  readNumber(place: TokenPlace): Value {
    const start = this.position++;
    let c = this.#skipDigits();
    let isFloat = false;
    if (c === DOT) {
      isFloat = true;
      this.position++;
      c = this.#skipDigits();
    }
    if (c === UPPER_E || c === LOWER_E) {
      isFloat = true;
      this.position++;
      c = this.current;
      if (c !== PLUS && c !== MINUS && !(c >= ZERO && c <= NINE)) return this.readUnquoted(start, place);
      this.position++;
      this.#skipDigits();
    }
    c = this.skipSpace();
    // json-smart has no stops beyond `}`, and there ends the number instead of going on.
    const isWhole = c === END || c >= TILDE || c === FIRST_STOP[place] || c === OTHER_STOP[place];
    if (!isWhole) return this.readUnquoted(start, place);
    const token = trimmed(this.text, start, this.position);
    return isFloat ? floatValue(token) : integerValue(token);
  }

  #skipDigits(): number {
    for (;;) {
      const c = this.current;
      if (!(c >= ZERO && c <= NINE)) return c;
      this.position++;
    }
  }

  /** Everything from `start`, at or before the position, up to the next stop. */
  readUnquoted(start: number, place: TokenPlace): string {
    const { text } = this;
    const first = FIRST_STOP[place];
    const other = OTHER_STOP[place];
    let at = this.position;
    for (;;) {
      const c = text.charCodeAt(at);
      if (c === END || c === first || c === other) break;
      at++;
    }
    this.position = at;
    return trimmed(text, start, at);
  }
}

/** What a letter after a backslash stands for; an unknown escape is dropped altogether. */
function escaped(letter: string): string {
  const control = CONTROL_LETTERS.indexOf(letter);
  if (control >= 0) return CONTROLS.charAt(control);
  return "\\/'\"".includes(letter) ? letter : "";
}

/** `text.substring(start, end).trim()` as Java trims: everything up to U+0020, and nothing else. */
function trimmed(text: string, start: number, end: number): string {
  let from = start;
  let to = end;
  while (to > from && text.charCodeAt(to - 1) <= SPACE) to--;
  while (from < to && text.charCodeAt(from) <= SPACE) from++;
  return text.slice(from, to);
}
