import { contentRule, contents } from "./contents/index.js";
import { type Grammar, include, type Rule } from "./grammar.js";
import { ruleName } from "./language/rule-name.js";
import { spellings } from "./spelling.js";

/**
 * A file of its own. Nothing says what it prints, so its first text does: from there on the rules of that content hold.
 * Directives and comments before it are the template's own.
 */
export const textVtl: Grammar = {
  scopeName: "text.vtl",
  name: "API Gateway Mapping Template",
  patterns: [
    include(ruleName(spellings.plain, "comments")),
    include(ruleName(spellings.plain, "directives")),
    ...contents.flatMap((content): Rule[] =>
      content.firstCharacters === undefined
        ? []
        : [
            {
              begin: `(?=${content.firstCharacters})`,
              end: "(?!)",
              contentName: `meta.content.${content.name}.vtl`,
              patterns: [include(`#${contentRule(spellings.plain, content)}`)],
            },
          ],
    ),
    include(ruleName(spellings.plain, "language")),
  ],
  repository: Object.fromEntries(
    Object.values(spellings).flatMap((spelling) =>
      contents.map((content) => [contentRule(spelling, content), { patterns: content.rules(spelling) }]),
    ),
  ),
};
