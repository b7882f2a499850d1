import { include, type Rule, scopes } from "../grammar.js";
import { endOf, type Spelling } from "../spelling.js";
import { ruleName } from "./rule-name.js";

/** `evaluate`, `macro`, `parse` and `include` are Velocity's, and refused by the service: the linter says so. */
const WITH_ARGUMENTS: readonly (readonly [names: string, scope: string])[] = [
  ["set", "keyword.control.assignment.vtl"],
  ["if|elseif", "keyword.control.conditional.vtl"],
  ["foreach", "keyword.control.loop.vtl"],
  ["define|macro", "storage.type.function.vtl"],
  ["evaluate|parse|include", "keyword.control.import.vtl"],
];

const BARE: readonly (readonly [names: string, scope: string])[] = [
  ["else", "keyword.control.conditional.vtl"],
  ["end", "keyword.control.end.vtl"],
  ["break|stop", "keyword.control.flow.vtl"],
];

const SIGIL = "keyword.control.directive.vtl punctuation.definition.directive.vtl";
/** `#{else}` ends where its brace does; a bare word must end by itself: `#endless` is text. */
const word = (names: string) => `(?:(${names})(?![A-Za-z0-9_-])|(\\{)(${names})(\\}))`;

export function directives(spelling: Spelling): Rule {
  return {
    patterns: [
      ...WITH_ARGUMENTS.map(
        ([names, scope]): Rule => ({
          begin: `(#)${word(names)}\\s*(\\()`,
          end: endOf(spelling, "\\)"),
          name: "meta.directive.vtl",
          beginCaptures: scopes(
            SIGIL,
            scope,
            "punctuation.section.directive.begin.vtl",
            scope,
            "punctuation.section.directive.end.vtl",
            "punctuation.section.parens.begin.vtl",
          ),
          endCaptures: { "0": { name: "punctuation.section.parens.end.vtl" } },
          patterns: [include(ruleName(spelling, "expression"))],
        }),
      ),
      ...BARE.map(
        ([names, scope]): Rule => ({
          match: `(#)${word(names)}`,
          name: "meta.directive.vtl",
          captures: scopes(
            SIGIL,
            scope,
            "punctuation.section.directive.begin.vtl",
            scope,
            "punctuation.section.directive.end.vtl",
          ),
        }),
      ),
    ],
  };
}
