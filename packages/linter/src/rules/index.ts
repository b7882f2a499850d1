import type { Rule } from "../rule.js";
import { backslashQuote } from "./backslash-quote/rule.js";
import { elseIf } from "./else-if/rule.js";
import { hyphenInReference } from "./hyphen-in-reference/rule.js";
import { interpolationInSingleQuotes } from "./interpolation-in-single-quotes/rule.js";
import { nullLiteral } from "./null-literal/rule.js";
import { printingMutator } from "./printing-mutator/rule.js";
import { semicolonAfterSet } from "./semicolon-after-set/rule.js";
import { trailingSigil } from "./trailing-sigil/rule.js";

/** Every rule, in alphabetical order. A repository check compares this list with the folders. */
export const rules: readonly Rule[] = [
  backslashQuote,
  elseIf,
  hyphenInReference,
  interpolationInSingleQuotes,
  nullLiteral,
  printingMutator,
  semicolonAfterSet,
  trailingSigil,
];

export const rulesById: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.meta.id, rule]));
