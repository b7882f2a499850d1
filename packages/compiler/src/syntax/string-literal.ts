import type { OffsetMap } from "./lexer.js";

/** A string literal undone: its text, and where each character of it stands. */
export interface ReadString {
  readonly value: string;
  /** From an offset in `value` (its length and beyond: the closing quote) to an offset in the literal's image. */
  readonly offsetInImage: OffsetMap;
  /** Offset in the image of a `\u` without four hexadecimal digits; Velocity refuses the template. */
  readonly badEscape: number | undefined;
}

/**
 * Undoes `\uXXXX` (in double quotes) and doubled quotes, in that order, as `ASTStringLiteral` does.
 * Nothing else is an escape: a backslash before `n` or `"` is a backslash (recorded).
 */
export function readString(image: string): ReadString {
  const quote = image[0]!;
  const inner = image.slice(1, -1);
  if (!inner.includes(quote) && !(quote === '"' && inner.includes("\\u"))) {
    return { value: inner, offsetInImage: (offset) => Math.min(offset, inner.length) + 1, badEscape: undefined };
  }
  const units: number[] = [];
  let value = "";
  let badEscape: number | undefined;
  for (let i = 0; i < inner.length; ) {
    const { text, length } = readUnit(inner, i, quote);
    if (text === undefined) badEscape ??= i + 1;
    const unit = text ?? inner[i]!;
    const width = text === undefined ? 1 : length;
    units.push(i + 1);
    value += unit;
    i += width;
    // A doubled quote is one quote; the pair may also come from escapes, as in "\u0022".
    if (unit === quote && i < inner.length) {
      const next = readUnit(inner, i, quote);
      if (next.text === quote) i += next.length;
    }
  }
  const end = inner.length + 1;
  return { value, offsetInImage: (offset) => units[offset] ?? end, badEscape };
}

function readUnit(inner: string, at: number, quote: string): { text: string | undefined; length: number } {
  if (quote !== '"' || inner.charCodeAt(at) !== 92 || inner[at + 1] !== "u") return { text: inner[at]!, length: 1 };
  const digits = inner.slice(at + 2, at + 6);
  if (!/^[0-9a-fA-F]{4}$/.test(digits)) return { text: undefined, length: 1 };
  return { text: String.fromCharCode(Number.parseInt(digits, 16)), length: 6 };
}
