import { closest, distance } from "fastest-levenshtein";

/** The name that a misspelt one is likely meant to be: the same in other letters' case, or a few edits away. */
export function nearestName(wanted: string, names: readonly string[]): string | undefined {
  const sameLetters = names.find((name) => name.toLowerCase() === wanted.toLowerCase());
  if (sameLetters !== undefined || names.length === 0) return sameLetters;
  const near = closest(wanted, names);
  return distance(near, wanted) <= Math.max(2, wanted.length / 5) ? near : undefined;
}
