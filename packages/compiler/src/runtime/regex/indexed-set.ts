import type { CharSet } from "./char-set.js";

/** A set with its ASCII members in a table, for speed. */
export interface IndexedSet {
  readonly ascii: Uint8Array;
  readonly set: CharSet;
}

export function indexSet(set: CharSet): IndexedSet {
  const ascii = new Uint8Array(128);
  for (let codePoint = 0; codePoint < 128; codePoint++) ascii[codePoint] = set.has(codePoint) ? 1 : 0;
  return { ascii, set };
}

/** Length in units (1 or 2) of the character at `at` if it is in the set; 0 if it is not, or at the end. */
export function widthInSet(indexed: IndexedSet, input: string, at: number): number {
  const unit = input.charCodeAt(at);
  if (unit < 128) return indexed.ascii[unit]!;
  if (at >= input.length) return 0;
  const codePoint = input.codePointAt(at)!;
  if (!indexed.set.has(codePoint)) return 0;
  return codePoint > 0xffff ? 2 : 1;
}

/** Where a run of `min` to `max` members from `start` ends; when there are fewer, the complement (`~`) of where they end. */
export function runEnd(indexed: IndexedSet, input: string, start: number, min: number, max: number): number {
  let position = start;
  for (let count = 0; count < max; count++) {
    const width = widthInSet(indexed, input, position);
    if (width === 0) return count < min ? ~position : position;
    position += width;
  }
  return position;
}
