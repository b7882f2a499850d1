import type { Spelling } from "../spelling.js";

export type RulePart = "language" | "comments" | "references" | "steps" | "directives" | "expression" | "strings";

/** The rules of the language are in the repository of `source.vtl`, once a spelling. */
export function ruleName(spelling: Spelling, part: RulePart): string {
  return `source.vtl#${keyOf(spelling, part)}`;
}

export const keyOf = (spelling: Spelling, part: RulePart) => `${spelling.id}-${part}`;
