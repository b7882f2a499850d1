import { Matcher } from "./matcher.js";
import type { Pattern } from "./pattern.js";
import type { RegexBudget } from "./regex-budget.js";

/**
 * `Pattern.split`: at most `limit` pieces when it is positive; trailing empty pieces are dropped when it is 0.
 * An empty match at the very beginning splits off nothing.
 */
export function split(pattern: Pattern, input: string, limit: number, budget?: RegexBudget): string[] {
  const pieces: string[] = [];
  const matcher = new Matcher(pattern, input, 0, budget);
  let from = 0;
  while (matcher.find()) {
    // Java looks for the other matches too when there are pieces enough, and may fail at one.
    if (matcher.end === 0 || (limit > 0 && pieces.length >= limit - 1)) continue;
    pieces.push(input.slice(from, matcher.start));
    from = matcher.end;
  }
  if (from === 0) return [input];
  pieces.push(input.slice(from));
  if (limit === 0) while (pieces.at(-1) === "") pieces.pop();
  return pieces;
}
