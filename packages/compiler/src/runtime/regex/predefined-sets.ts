import { optional } from "../optional.js";
import { type CharSet, complementOf, setWhere } from "./char-set.js";
import type { PatternFlags } from "./pattern-flags.js";
import { propertySet } from "./unicode-property.js";

// The sets of `.` count as BMP sets: unlike other sets with supplementary characters, a dot lets Java's search start in
// the middle of a surrogate pair.
export const ANY_CHAR: CharSet = setWhere(() => true, true);
export const ANY_BUT_LINE_END: CharSet = setWhere((codePoint) => !isLineEnd(codePoint), true);
export const ANY_BUT_NEWLINE: CharSet = setWhere((codePoint) => codePoint !== 0x0a, true);

/** Whether the code point ends a line for `.`, `^` and `$` outside of UNIX_LINES mode. */
export function isLineEnd(codePoint: number): boolean {
  return codePoint === 0x0a || codePoint === 0x0d || codePoint === 0x85 || codePoint === 0x2028 || codePoint === 0x2029;
}

/** Whether the UTF-16 unit is a line break for `\R`. */
export function isLineBreak(unit: number): boolean {
  return (unit >= 0x0a && unit <= 0x0d) || unit === 0x85 || unit === 0x2028 || unit === 0x2029;
}

const ASCII_DIGIT = propertySet("0-9", true);
const ASCII_WORD = propertySet("A-Za-z0-9_", true);
const ASCII_SPACE = propertySet(String.raw` \t-\r`, true);
const HORIZONTAL_SPACE = propertySet(String.raw` \t\u00a0\u1680\u180e\u2000-\u200a\u202f\u205f\u3000`, true);
const VERTICAL_SPACE = propertySet(String.raw`\n-\r\u0085\u2028\u2029`, true);

const UNICODE_DIGIT = propertySet(String.raw`\p{Nd}`);
export const UNICODE_WORD: CharSet = propertySet(String.raw`\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}`);
const UNICODE_SPACE = propertySet(String.raw`\p{White_Space}`);

/** The set of `\d`, `\w`, `\s`, `\h`, `\v` or, in upper case, its complement; undefined for another letter. */
export const predefinedSet = optional("pattern escapes", (letter: string, flags: PatternFlags): CharSet | undefined => {
  const set = setOfLetter(letter.toLowerCase(), flags.unicodeClasses);
  return set !== undefined && letter !== letter.toLowerCase() ? complementOf(set) : set;
});

function setOfLetter(letter: string, unicode: boolean): CharSet | undefined {
  switch (letter) {
    case "d":
      return unicode ? UNICODE_DIGIT : ASCII_DIGIT;
    case "w":
      return unicode ? UNICODE_WORD : ASCII_WORD;
    case "s":
      return unicode ? UNICODE_SPACE : ASCII_SPACE;
    case "h":
      return HORIZONTAL_SPACE;
    case "v":
      return VERTICAL_SPACE;
    default:
      return undefined;
  }
}
