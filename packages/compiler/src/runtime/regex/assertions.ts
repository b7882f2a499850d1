import type { CharSet } from "./char-set.js";
import { isLineEnd, UNICODE_WORD } from "./predefined-sets.js";
import type { AssertionKind } from "./syntax-tree.js";
import { propertySet } from "./unicode-property.js";

const NEWLINE = 0x0a;
const RETURN = 0x0d;

/** Whether an assertion holds at `at`; `previousEnd` is where `\G` holds. */
export type AssertionTest = (input: string, at: number, previousEnd: number) => boolean;

/** Behind a line terminator, but neither inside of `\r\n` nor, as in Perl, at the very end (so not in an empty input). */
function isLineStart(input: string, at: number): boolean {
  if (at === input.length) return false;
  if (at === 0) return true;
  const before = input.charCodeAt(at - 1);
  return isLineEnd(before) && !(before === RETURN && input.charCodeAt(at) === NEWLINE);
}

function isUnixLineStart(input: string, at: number): boolean {
  return at !== input.length && (at === 0 || input.charCodeAt(at - 1) === NEWLINE);
}

function isBeforeLineEnd(input: string, at: number): boolean {
  const next = input.charCodeAt(at);
  return isLineEnd(next) && !(next === NEWLINE && input.charCodeAt(at - 1) === RETURN);
}

/** At the end, or before a line terminator that ends the input. */
function isLastLineEnd(input: string, at: number): boolean {
  const rest = input.length - at;
  if (rest === 0) return true;
  if (rest === 2) return input.charCodeAt(at) === RETURN && input.charCodeAt(at + 1) === NEWLINE;
  return rest === 1 && isBeforeLineEnd(input, at);
}

function isLastUnixLineEnd(input: string, at: number): boolean {
  return at === input.length || (at === input.length - 1 && input.charCodeAt(at) === NEWLINE);
}

/** Up to JDK 18 `\b` follows Unicode even where `\w` is ASCII only. */
const WORD: CharSet = propertySet(String.raw`\p{L}\p{Nd}_`);
const LETTER_OR_DIGIT: CharSet = propertySet(String.raw`\p{L}\p{Nd}`);
const NON_SPACING_MARK: CharSet = propertySet(String.raw`\p{Mn}`);

/** A non-spacing mark belongs to the word whose letter it follows. */
function hasBaseCharacter(input: string, at: number): boolean {
  for (let i = at; i >= 0; i--) {
    const codePoint = input.codePointAt(i)!;
    if (LETTER_OR_DIGIT.has(codePoint)) return true;
    if (!NON_SPACING_MARK.has(codePoint)) return false;
  }
  return false;
}

function codePointBefore(input: string, at: number): number {
  const last = input.charCodeAt(at - 1);
  const isPair = last >= 0xdc00 && last <= 0xdfff && at > 1 && input.codePointAt(at - 2)! > 0xffff;
  return isPair ? input.codePointAt(at - 2)! : last;
}

function isWordBoundary(input: string, at: number, word: CharSet): boolean {
  const isWord = (codePoint: number, last: number): boolean =>
    word.has(codePoint) || (NON_SPACING_MARK.has(codePoint) && hasBaseCharacter(input, last));
  const left = at > 0 && isWord(codePointBefore(input, at), at - 1);
  const right = at < input.length && isWord(input.codePointAt(at)!, at);
  return left !== right;
}

export const ASSERTIONS: Readonly<Record<AssertionKind, AssertionTest>> = {
  inputStart: (_input, at) => at === 0,
  inputEnd: (input, at) => at === input.length,
  lineStart: isLineStart,
  unixLineStart: isUnixLineStart,
  lineEnd: (input, at) => at === input.length || isBeforeLineEnd(input, at),
  unixLineEnd: (input, at) => at === input.length || input.charCodeAt(at) === NEWLINE,
  lastLineEnd: isLastLineEnd,
  lastUnixLineEnd: isLastUnixLineEnd,
  previousMatchEnd: (_input, at, previousEnd) => at === previousEnd,
  wordBoundary: (input, at) => isWordBoundary(input, at, WORD),
  unicodeWordBoundary: (input, at) => isWordBoundary(input, at, UNICODE_WORD),
  notWordBoundary: (input, at) => !isWordBoundary(input, at, WORD),
  notUnicodeWordBoundary: (input, at) => !isWordBoundary(input, at, UNICODE_WORD),
};
