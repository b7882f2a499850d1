/** Small Greek letters with iota subscript, whose one-to-one upper case is the title case letter; JavaScript expands them. */
function titleCaseOf(codePoint: number): number | undefined {
  if (codePoint === 0x1fb3 || codePoint === 0x1fc3 || codePoint === 0x1ff3) return codePoint + 9;
  const row = codePoint & 0xfff8;
  return row === 0x1f80 || row === 0x1f90 || row === 0x1fa0 ? codePoint + 8 : undefined;
}

function singleCodePoint(text: string): number | undefined {
  const codePoint = text.codePointAt(0)!;
  return text.length === (codePoint > 0xffff ? 2 : 1) ? codePoint : undefined;
}

/** `Character.toUpperCase(int)`: one code point to one code point, so `ß` stays. */
export function toUpperCodePoint(codePoint: number): number {
  if (codePoint < 0x80) return codePoint >= 0x61 && codePoint <= 0x7a ? codePoint - 0x20 : codePoint;
  return singleCodePoint(String.fromCodePoint(codePoint).toUpperCase()) ?? titleCaseOf(codePoint) ?? codePoint;
}

/** `Character.toLowerCase(int)`: one code point to one code point, so `İ` is `i`. */
export function toLowerCodePoint(codePoint: number): number {
  if (codePoint < 0x80) return codePoint >= 0x41 && codePoint <= 0x5a ? codePoint + 0x20 : codePoint;
  return String.fromCodePoint(codePoint).toLowerCase().codePointAt(0)!;
}

/** The form that java.util.regex and `compareToIgnoreCase` compare: lower case of the upper case. */
export function foldCodePoint(codePoint: number): number {
  return toLowerCodePoint(toUpperCodePoint(codePoint));
}

/** ASCII letters in lower case, everything else as it is. */
export function foldAscii(codePoint: number): number {
  return codePoint >= 0x41 && codePoint <= 0x5a ? codePoint + 0x20 : codePoint;
}
