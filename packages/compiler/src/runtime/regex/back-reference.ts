import { foldAscii, foldCodePoint } from "./case-mapping.js";
import type { CaseFolding } from "./syntax-tree.js";

/** Whether the text of a group, `start` to `end`, stands at `at` too. */
export function matchesAgain(input: string, start: number, end: number, at: number, folding: CaseFolding): boolean {
  if (at + (end - start) > input.length) return false;
  if (folding === "none") return input.startsWith(input.slice(start, end), at);
  const fold = folding === "ascii" ? foldAscii : foldCodePoint;
  for (let i = start, j = at; i < end; ) {
    const expected = input.codePointAt(i)!;
    const actual = input.codePointAt(j)!;
    if (expected !== actual && fold(expected) !== fold(actual)) return false;
    i += expected > 0xffff ? 2 : 1;
    j += actual > 0xffff ? 2 : 1;
  }
  return true;
}
