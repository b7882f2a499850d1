import { equalsIgnoringCase } from "./string-case.js";

function textOf(codePoint: number): string | undefined {
  return codePoint >= 0 && codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : undefined;
}

/** `indexOf` of a code point; -1 also for a number that is none. A lone surrogate is found inside of a pair too. */
export function indexOfCodePoint(text: string, codePoint: number, from: number): number {
  const searched = textOf(codePoint);
  return searched === undefined ? -1 : text.indexOf(searched, from);
}

export function lastIndexOfCodePoint(text: string, codePoint: number, from: number): number {
  const searched = textOf(codePoint);
  return searched === undefined ? -1 : lastIndexOf(text, searched, from);
}

/** Java finds nothing from a negative index; JavaScript takes it for 0. */
export function lastIndexOf(text: string, searched: string, from: number): number {
  return from < 0 ? -1 : text.lastIndexOf(searched, from);
}

/** Unlike JavaScript, Java finds no prefix at an index outside of the text. */
export function startsWithAt(text: string, prefix: string, at: number): boolean {
  return at >= 0 && at <= text.length && text.startsWith(prefix, at);
}

/** `regionMatches`: whether `length` units of the text from `at` equal those of `other` from `otherAt`. */
export function regionMatches(
  ignoreCase: boolean,
  text: string,
  at: number,
  other: string,
  otherAt: number,
  length: number,
): boolean {
  if (at < 0 || otherAt < 0 || at > text.length - length || otherAt > other.length - length) return false;
  if (length <= 0) return true;
  const [left, right] = [text.slice(at, at + length), other.slice(otherAt, otherAt + length)];
  return ignoreCase ? equalsIgnoringCase(left, right) : left === right;
}
