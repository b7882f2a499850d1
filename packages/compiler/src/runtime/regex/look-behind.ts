function isPairEnd(input: string, at: number): boolean {
  const low = input.charCodeAt(at - 1);
  const high = input.charCodeAt(at - 2);
  return low >= 0xdc00 && low <= 0xdfff && high >= 0xd800 && high <= 0xdbff;
}

/**
 * The position `count` characters before `at`, at least 0. Of a count of code points that has wrapped around to below zero
 * Java takes as many units as that many code points behind `at` have.
 */
export function stepBack(input: string, at: number, count: number, inCodePoints: boolean): number {
  if (!inCodePoints) return (at - count) | 0;
  let position = at;
  for (let i = 0; i < count && position > 0; i++) position -= isPairEnd(input, position) ? 2 : 1;
  for (let i = -count | 0; i > 0 && position < input.length; i--)
    position += input.codePointAt(position)! > 0xffff ? 2 : 1;
  return at - Math.abs(at - position);
}

/** The farthest start of a look-behind of at most `max` characters. */
export function farthestStart(input: string, at: number, max: number, inCodePoints: boolean): number {
  return Math.max(stepBack(input, at, max, inCodePoints), 0);
}
