import type { Rule } from "../rule.js";
import { nullLiteral } from "./null-literal/rule.js";

/** Every rule, in alphabetical order. A repository check compares this list with the folders. */
export const rules: readonly Rule[] = [nullLiteral];

export const rulesById: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.meta.id, rule]));
