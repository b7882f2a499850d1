import { toLowerCodePoint, toUpperCodePoint } from "../regex/index.js";

/** `compareTo`: the difference of the first UTF-16 units that differ, else of the lengths. */
export function compareUnits(left: string, right: string): number {
  const shared = Math.min(left.length, right.length);
  for (let i = 0; i < shared; i++) {
    const difference = left.charCodeAt(i) - right.charCodeAt(i);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

const LATIN_1 = /^[\0-\xff]*$/;

/**
 * The order of `compareToIgnoreCase`: each character in lower case of its upper case. Characters are code points, but
 * UTF-16 units if one of the strings is Latin-1, which Java stores otherwise.
 */
export function compareIgnoringCase(left: string, right: string): number {
  const byUnits = LATIN_1.test(left) || LATIN_1.test(right);
  const codeAt = (text: string, at: number): number => (byUnits ? text.charCodeAt(at) : text.codePointAt(at)!);
  let [i, j] = [0, 0];
  while (i < left.length && j < right.length) {
    const [a, b] = [codeAt(left, i), codeAt(right, j)];
    const difference = compareCodePoints(a, b);
    if (difference !== 0) return difference;
    i += a > 0xffff ? 2 : 1;
    j += b > 0xffff ? 2 : 1;
  }
  return left.length - right.length;
}

function compareCodePoints(a: number, b: number): number {
  if (a === b) return 0;
  const [upperA, upperB] = [toUpperCodePoint(a), toUpperCodePoint(b)];
  return upperA === upperB ? 0 : toLowerCodePoint(upperA) - toLowerCodePoint(upperB);
}

/** `equalsIgnoreCase`, character by character: `ß` does not equal `SS`. */
export function equalsIgnoringCase(left: string, right: string): boolean {
  return left.length === right.length && compareIgnoringCase(left, right) === 0;
}
