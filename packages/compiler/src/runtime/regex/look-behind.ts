function isPairEnd(input: string, at: number): boolean {
  const low = input.charCodeAt(at - 1);
  const high = input.charCodeAt(at - 2);
  return low >= 0xdc00 && low <= 0xdfff && high >= 0xd800 && high <= 0xdbff;
}

/** The position `count` characters before `at`, at least 0. */
export function stepBack(input: string, at: number, count: number, inCodePoints: boolean): number {
  if (!inCodePoints) return at - count;
  let position = at;
  for (let i = 0; i < count && position > 0; i++) position -= isPairEnd(input, position) ? 2 : 1;
  return position;
}

/** The farthest start of a look-behind of at most `max` characters. */
export function farthestStart(input: string, at: number, max: number, inCodePoints: boolean): number {
  // A length that has wrapped around makes Java count code points to the end of the input instead of to its beginning.
  if (inCodePoints && max < 0) return Math.max(at - (input.length - at), 0);
  return Math.max(inCodePoints ? stepBack(input, at, max, true) : (at - max) | 0, 0);
}
