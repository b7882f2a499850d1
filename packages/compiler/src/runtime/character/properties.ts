import { toLowerCodePoint, toUpperCodePoint } from "../regex/case-mapping.js";
import { characterClass } from "../regex/character-class.js";

/** One test of `java.lang.Character`. Beyond Unicode nothing passes. */
export type CharacterTest = (codePoint: number) => boolean;

const IGNORABLE = "\\0-\\x08\\x0e-\\x1b\\x7f-\\x9f\\p{Cf}";

export const isAlphabetic = testOf("\\p{Alphabetic}");
export const isDefined = testOf("\\P{Cn}");
export const isDigit = testOf("\\p{Nd}");
export const isIdentifierIgnorable = testOf(IGNORABLE);
export const isIdeographic = testOf("\\p{Ideographic}");
export const isIsoControl = testOf("\\p{Cc}");
export const isJavaIdentifierPart = testOf(`\\p{L}\\p{Nl}\\p{Sc}\\p{Pc}\\p{Nd}\\p{Mc}\\p{Mn}${IGNORABLE}`);
export const isJavaIdentifierStart = testOf("\\p{L}\\p{Nl}\\p{Sc}\\p{Pc}");
export const isLetter = testOf("\\p{L}");
export const isLetterOrDigit = testOf("\\p{L}\\p{Nd}");
export const isLowerCase = testOf("\\p{Lowercase}");
export const isMirrored = testOf("\\p{Bidi_Mirrored}");
export const isSpace = testOf("\\t\\n\\f\\r ");
export const isSpaceChar = testOf("\\p{Z}");
export const isTitleCase = testOf("\\p{Lt}");
export const isUnicodeIdentifierPart = testOf(`\\p{ID_Continue}${IGNORABLE}`);
export const isUnicodeIdentifierStart = testOf("\\p{ID_Start}");
export const isUpperCase = testOf("\\p{Uppercase}");
// Without the no-break spaces, unlike JavaScript's \s, but with the separators U+001C to U+001F.
export const isWhitespace = testOf(
  "\\t-\\r\\x1c-\\x20\\u1680\\u2000-\\u2006\\u2008-\\u200a\\u2028\\u2029\\u205f\\u3000",
);

function testOf(members: string): CharacterTest {
  const isMember = characterClass(members);
  return (codePoint) => isCodePoint(codePoint) && isMember(codePoint);
}

/** `Character.isValidCodePoint`. */
export function isCodePoint(n: number): boolean {
  return n >= 0 && n <= 0x10_ffff;
}

/** The constants of `Character.getType`; 17 is not in use. */
const CATEGORIES: readonly (readonly [CharacterTest, number])[] = Object.entries({
  Lu: 1,
  Ll: 2,
  Lt: 3,
  Lm: 4,
  Lo: 5,
  Mn: 6,
  Me: 7,
  Mc: 8,
  Nd: 9,
  Nl: 10,
  No: 11,
  Zs: 12,
  Zl: 13,
  Zp: 14,
  Cc: 15,
  Cf: 16,
  Co: 18,
  Cs: 19,
  Pd: 20,
  Ps: 21,
  Pe: 22,
  Pc: 23,
  Po: 24,
  Sm: 25,
  Sc: 26,
  Sk: 27,
  So: 28,
  Pi: 29,
  Pf: 30,
}).map(([category, type]) => [testOf(`\\p{${category}}`), type]);

/** `Character.getType`: the general category; 0 for what is not assigned. */
export function getType(codePoint: number): number {
  return CATEGORIES.find(([isOfType]) => isOfType(codePoint))?.[1] ?? 0;
}

/** `Character.toUpperCase`; beyond Unicode nothing changes. */
export function toUpperCase(codePoint: number): number {
  return isCodePoint(codePoint) ? toUpperCodePoint(codePoint) : codePoint;
}

/** `Character.toLowerCase`; beyond Unicode nothing changes. */
export function toLowerCase(codePoint: number): number {
  return isCodePoint(codePoint) ? toLowerCodePoint(codePoint) : codePoint;
}

/** `Character.toTitleCase`: upper case, but for the digraphs that have a third form and for Georgian, which has none. */
export function toTitleCase(codePoint: number): number {
  if (codePoint >= 0x1c4 && codePoint <= 0x1cc) return codePoint - ((codePoint - 0x1c4) % 3) + 1;
  if (codePoint >= 0x1f1 && codePoint <= 0x1f3) return 0x1f2;
  if (codePoint >= 0x10d0 && codePoint <= 0x10ff) return codePoint;
  return toUpperCase(codePoint);
}
