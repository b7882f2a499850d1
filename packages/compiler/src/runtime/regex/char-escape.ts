import { codePointNamed } from "../character/names.js";
import { optional } from "../optional.js";
import { isAsciiDigit, isAsciiLetter } from "./ascii.js";
import { code, type PatternReader } from "./pattern-reader.js";

const MAX_CODE_POINT = 0x10ffff;

const CONTROL_ESCAPES: ReadonlyMap<number, number> = new Map(
  Object.entries({ t: 0x09, n: 0x0a, r: 0x0d, f: 0x0c, a: 0x07, e: 0x1b }).map(([letter, value]) => [
    code(letter),
    value,
  ]),
);

function digitValue(codePoint: number, radix: 8 | 16): number | undefined {
  const value = codePoint > 0x7f ? Number.NaN : Number.parseInt(String.fromCharCode(codePoint), radix);
  return Number.isNaN(value) ? undefined : value;
}

/** `\0n`, `\0nn`, `\0mnn` with m at most 3. */
function readOctal(reader: PatternReader): number {
  const first = digitValue(reader.read(), 8);
  if (first === undefined) throw reader.error("Illegal octal escape sequence");
  const second = digitValue(reader.read(), 8);
  if (second === undefined) {
    reader.unread();
    return first;
  }
  const third = first <= 3 ? digitValue(reader.read(), 8) : undefined;
  if (third !== undefined) return first * 64 + second * 8 + third;
  if (first <= 3) reader.unread();
  return first * 8 + second;
}

/** `\xhh` or `\x{h…h}`. */
function readHexadecimal(reader: PatternReader): number {
  const first = reader.read();
  const high = digitValue(first, 16);
  if (high !== undefined) {
    const low = digitValue(reader.read(), 16);
    if (low !== undefined) return high * 16 + low;
  } else if (first === code("{") && digitValue(reader.peek(), 16) !== undefined) {
    return readBracedHexadecimal(reader);
  }
  throw reader.error("Illegal hexadecimal escape sequence");
}

function readBracedHexadecimal(reader: PatternReader): number {
  let value = 0;
  for (;;) {
    const last = reader.read();
    const digit = digitValue(last, 16);
    if (digit === undefined) {
      if (last !== code("}")) throw reader.error("Unclosed hexadecimal escape sequence");
      return value;
    }
    value = value * 16 + digit;
    if (value > MAX_CODE_POINT) throw reader.error("Hexadecimal codepoint is too big");
  }
}

function readUnit(reader: PatternReader): number {
  let unit = 0;
  for (let i = 0; i < 4; i++) {
    const digit = digitValue(reader.read(), 16);
    if (digit === undefined) throw reader.error("Illegal Unicode escape sequence");
    unit = unit * 16 + digit;
  }
  return unit;
}

/** `\uhhhh`; two that form a surrogate pair are one character. */
function readUnicode(reader: PatternReader): number {
  const high = readUnit(reader);
  if (high < 0xd800 || high > 0xdbff) return high;
  const start = reader.position;
  if (reader.read() === code("\\") && reader.read() === code("u")) {
    const low = readUnit(reader);
    if (low >= 0xdc00 && low <= 0xdfff) return 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
  }
  reader.position = start;
  return high;
}

/** `\N{name}`. A module may be without the names, see `Mentions`. */
function readNamed(reader: PatternReader): number {
  if (reader.read() !== code("{")) throw reader.error("Illegal character name escape sequence");
  const start = reader.position;
  while (reader.read() !== code("}")) {
    if (reader.atEnd) throw reader.error("Unclosed character name escape sequence");
  }
  const name = reader.text(start, reader.position - 1);
  const find: typeof codePointNamed | undefined = codePointNamed;
  if (find === undefined) throw reader.error("This module was written without the names of characters");
  const codePoint = find(name);
  if (codePoint === undefined) throw reader.error(`Unknown character name [${name}]`);
  return codePoint;
}

/** The character that an escape stands for, its letter having been read; undefined when the letter has another meaning. */
export const readCharEscape = optional(
  "pattern escapes",
  (reader: PatternReader, letter: number): number | undefined => {
    switch (letter) {
      case code("0"):
        return readOctal(reader);
      case code("x"):
        return readHexadecimal(reader);
      case code("u"):
        return readUnicode(reader);
      case code("N"):
        return readNamed(reader);
      case code("c"):
        if (reader.atEnd) throw reader.error("Illegal control escape sequence");
        return reader.read() ^ 0x40;
      default:
        return CONTROL_ESCAPES.get(letter) ?? (isAsciiLetter(letter) || isAsciiDigit(letter) ? undefined : letter);
    }
  },
);
