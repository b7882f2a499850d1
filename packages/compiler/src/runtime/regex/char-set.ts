import { foldAscii, foldCodePoint, toLowerCodePoint, toUpperCodePoint } from "./case-mapping.js";
import type { PatternFlags } from "./pattern-flags.js";

/** A set of code points. */
export interface CharSet {
  has(codePoint: number): boolean;
  /** Whether Java knows that only characters of one UTF-16 unit (no surrogates) are in it; decides where a search may start. */
  readonly bmpOnly: boolean;
}

export function setWhere(has: (codePoint: number) => boolean, bmpOnly = false): CharSet {
  return { has, bmpOnly };
}

/** An inclusive range. */
export function range(lower: number, upper: number): CharSet {
  const bmpOnly = upper < 0xd800 || (lower > 0xdfff && upper < 0x10000);
  return setWhere((codePoint) => codePoint >= lower && codePoint <= upper, bmpOnly);
}

/** The members of any of the sets. Flat, so that a class of thousands of members needs no deep calls. */
export function unionOf(sets: readonly CharSet[]): CharSet {
  if (sets.length === 1) return sets[0]!;
  return setWhere(
    (codePoint) => sets.some((set) => set.has(codePoint)),
    sets.every((set) => set.bmpOnly),
  );
}

export function intersectionOf(a: CharSet, b: CharSet): CharSet {
  return setWhere((codePoint) => a.has(codePoint) && b.has(codePoint), a.bmpOnly && b.bmpOnly);
}

export function complementOf(set: CharSet): CharSet {
  return setWhere((codePoint) => !set.has(codePoint));
}

/** The code points that a single literal matches under the flags. */
export function singleSet(codePoint: number, flags: PatternFlags): CharSet {
  if (flags.caseInsensitive && flags.unicodeCase) {
    const folded = foldCodePoint(codePoint);
    if (toUpperCodePoint(codePoint) !== folded) {
      return setWhere((other) => other === folded || foldCodePoint(other) === folded);
    }
  } else if (flags.caseInsensitive) {
    const folded = foldAscii(codePoint);
    return setWhere((other) => foldAscii(other) === folded, range(codePoint, codePoint).bmpOnly);
  }
  return range(codePoint, codePoint);
}

/** An inclusive range under the flags. */
export function rangeSet(lower: number, upper: number, flags: PatternFlags): CharSet {
  const within = (codePoint: number): boolean => codePoint >= lower && codePoint <= upper;
  if (!flags.caseInsensitive) return range(lower, upper);
  if (!flags.unicodeCase) {
    return setWhere((codePoint) => within(codePoint) || (codePoint < 0x80 && isLetterWithin(codePoint, within)));
  }
  return setWhere((codePoint) => {
    if (within(codePoint)) return true;
    const upperCase = toUpperCodePoint(codePoint);
    return within(upperCase) || within(toLowerCodePoint(upperCase));
  });
}

function isLetterWithin(codePoint: number, within: (codePoint: number) => boolean): boolean {
  return within(toUpperCodePoint(codePoint)) || within(toLowerCodePoint(codePoint));
}
