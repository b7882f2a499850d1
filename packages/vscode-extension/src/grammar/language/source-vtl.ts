import { type Grammar, include, type Rule } from "../grammar.js";
import { endOf, escapes, type Spelling, spellings } from "../spelling.js";
import { comments } from "./comments.js";
import { directives } from "./directives.js";
import { expression, strings } from "./expressions.js";
import { references, steps } from "./references.js";
import { keyOf, ruleName } from "./rule-name.js";

function language(spelling: Spelling): Rule {
  const { interpolation } = spelling;
  const filledIn: Rule[] =
    interpolation === undefined
      ? []
      : [{ begin: interpolation.begin, end: endOf(spelling, interpolation.end), name: interpolation.scope }];
  return {
    patterns: [
      include(ruleName(spelling, "comments")),
      include(ruleName(spelling, "directives")),
      include(ruleName(spelling, "references")),
      ...filledIn,
      { match: `${spelling.backslash}[$#]`, name: "constant.character.escape.vtl" },
      ...escapes(spelling),
    ],
  };
}

function rulesOf(spelling: Spelling): readonly (readonly [string, Rule])[] {
  return [
    [keyOf(spelling, "language"), language(spelling)],
    [keyOf(spelling, "comments"), comments(spelling)],
    [keyOf(spelling, "directives"), directives(spelling)],
    [keyOf(spelling, "references"), references(spelling)],
    [keyOf(spelling, "steps"), steps(spelling)],
    [keyOf(spelling, "expression"), expression(spelling)],
    [keyOf(spelling, "strings"), strings(spelling)],
  ];
}

/** The language alone, in every spelling; what it is written into is `text.vtl`. */
export const sourceVtl: Grammar = {
  scopeName: "source.vtl",
  name: "Velocity Template Language",
  patterns: [include(ruleName(spellings.plain, "language"))],
  repository: Object.fromEntries(Object.values(spellings).flatMap(rulesOf)),
};
