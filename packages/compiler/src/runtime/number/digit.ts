const DECIMAL_DIGIT = /^\p{Nd}$/u;
const NOT_A_DIGIT = -1;
const FULLWIDTH = 0xfee0;

/** `Character.digit(codePoint, radix)`: also of digits in other scripts and of fullwidth letters; -1 if it is no digit. */
export function digit(codePoint: number, radix: number): number {
  if (radix < 2 || radix > 36) return NOT_A_DIGIT;
  const value = digitValue(codePoint);
  return value < radix ? value : NOT_A_DIGIT;
}

function digitValue(codePoint: number): number {
  if (codePoint >= 0x30 && codePoint <= 0x39) return codePoint - 0x30;
  if (codePoint < 0x80) return letterValue(codePoint);
  if (codePoint >= 0xff21 && codePoint <= 0xff5a) return letterValue(codePoint - FULLWIDTH);
  if (!isDecimalDigit(codePoint)) return NOT_A_DIGIT;
  // The digits of a script follow each other from zero to nine; several sets may adjoin.
  let start = codePoint;
  while (isDecimalDigit(start - 1)) start--;
  return (codePoint - start) % 10;
}

/** 10 to 35 for an ASCII letter, else -1. */
function letterValue(code: number): number {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a ? lower - 0x57 : NOT_A_DIGIT;
}

function isDecimalDigit(codePoint: number): boolean {
  return codePoint >= 0 && codePoint <= 0x10_ffff && DECIMAL_DIGIT.test(String.fromCodePoint(codePoint));
}
