import { JavaException } from "../value.js";
import { digit } from "./digit.js";

const SAFE_DIGITS = 10;

/** `Integer.parseInt` (32 bits), `Long.parseLong` (64), `Short.parseShort` (16), `Byte.parseByte` (8). Throws NumberFormatException. */
export function parseInteger(text: string | null, radix: number, bits: 8 | 16 | 32 | 64): bigint {
  const value = parseSigned(text, radix);
  if (BigInt.asIntN(bits, value) === value) return value;
  if (bits < 32 && BigInt.asIntN(32, value) === value) {
    throw numberFormat(`Value out of range. Value:"${text}" Radix:${radix}`);
  }
  throw notAnInteger(text ?? "", radix);
}

/** `parseUnsignedInt` (32 bits) and `parseUnsignedLong` (64), as the signed number of the same bits. Throws NumberFormatException. */
export function parseUnsigned(text: string | null, radix: number, bits: 32 | 64): bigint {
  if (text?.startsWith("-")) throw numberFormat(`Illegal leading minus sign on unsigned string ${text}.`);
  const value = parseSigned(text, radix);
  if (BigInt.asUintN(bits, value) === value) return BigInt.asIntN(bits, value);
  throw numberFormat(`String value ${text} exceeds range of unsigned ${bits === 32 ? "int" : "long"}.`);
}

/** `Integer.decode` and its like: decimal, `0x` or `#` hexadecimal, `0` octal. Throws NumberFormatException. */
export function decodeInteger(text: string, bits: 8 | 16 | 32 | 64): bigint {
  if (text === "") throw numberFormat("Zero length string");
  const sign = /^[+-]/.exec(text)?.[0] ?? "";
  const prefix = /^(?:0[xX]|#|0(?=.))/s.exec(text.slice(sign.length))?.[0] ?? "";
  const digits = text.slice(sign.length + prefix.length);
  if (/^[+-]/.test(digits)) throw numberFormat("Sign character in wrong position");
  const radix = prefix === "" ? 10 : prefix === "0" ? 8 : 16;
  return parseInteger(sign === "-" ? `-${digits}` : digits, radix, bits);
}

/** The part of a text that `parseInt(CharSequence, int, int, int)` reads. Throws IndexOutOfBoundsException. */
export function checkedSlice(text: string | null, begin: number, end: number): string {
  if (text === null) throw new JavaException("java.lang.NullPointerException", "text is null");
  if (begin < 0 || begin > end || end > text.length) {
    throw new JavaException("java.lang.IndexOutOfBoundsException", `begin ${begin}, end ${end}, length ${text.length}`);
  }
  return text.slice(begin, end);
}

/** Any integer that 64 bits hold, signed or not; larger ones come out as some integer that they do not hold. */
function parseSigned(text: string | null, radix: number): bigint {
  if (text === null) throw numberFormat("Cannot parse null string");
  if (radix < 2) throw numberFormat(`radix ${radix} less than Character.MIN_RADIX`);
  if (radix > 36) throw numberFormat(`radix ${radix} greater than Character.MAX_RADIX`);
  const start = /^[+-]/.test(text) ? 1 : 0;
  if (start === text.length) throw notAnInteger(text, radix);
  const magnitude = parseMagnitude(text, start, radix);
  return text.startsWith("-") ? -magnitude : magnitude;
}

function parseMagnitude(text: string, start: number, radix: number): bigint {
  let small = 0;
  let large = 0n;
  const isSmall = text.length - start <= SAFE_DIGITS;
  for (let i = start; i < text.length; i++) {
    const value = digit(text.charCodeAt(i), radix);
    if (value < 0) throw notAnInteger(text, radix);
    if (isSmall) small = small * radix + value;
    // Beyond 64 bits the exact number does not matter, only the digits that follow must be some.
    else if (large < 2n ** 64n) large = large * BigInt(radix) + BigInt(value);
  }
  return isSmall ? BigInt(small) : large;
}

function notAnInteger(text: string, radix: number): JavaException {
  return numberFormat(`For input string: "${text}"${radix === 10 ? "" : ` under radix ${radix}`}`);
}

function numberFormat(message: string): JavaException {
  return new JavaException("java.lang.NumberFormatException", message);
}
