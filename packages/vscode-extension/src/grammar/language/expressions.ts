import { include, type Rule } from "../grammar.js";
import { endOf, escapes, type Spelling } from "../spelling.js";
import { ruleName } from "./rule-name.js";

/** What stands between the parentheses of a directive or a call. */
export function expression(spelling: Spelling): Rule {
  return {
    patterns: [
      include(ruleName(spelling, "comments")),
      include(ruleName(spelling, "strings")),
      include(ruleName(spelling, "references")),
      bracketed(spelling, "\\(", "\\)", "parens"),
      bracketed(spelling, "\\[", "\\]", "list"),
      bracketed(spelling, "\\{", "\\}", "map"),
      { match: "\\b(?:true|false)\\b", name: "constant.language.boolean.vtl" },
      { match: "\\bin\\b", name: "keyword.operator.in.vtl" },
      {
        match: "&&|\\|\\||!(?!=)|\\b(?:and|or|not)\\b",
        name: "keyword.operator.logical.vtl",
      },
      { match: "[=!<>]=|[<>]|\\b(?:eq|ne|lt|le|gt|ge)\\b", name: "keyword.operator.comparison.vtl" },
      { match: "=", name: "keyword.operator.assignment.vtl" },
      { match: "\\.\\.", name: "keyword.operator.range.vtl" },
      { match: "-?\\b\\d+(?:\\.(?!\\.)\\d*)?(?:[eE][+-]?\\d+)?", name: "constant.numeric.vtl" },
      { match: "[-+*/%]", name: "keyword.operator.arithmetic.vtl" },
      { match: "[,:]", name: "punctuation.separator.vtl" },
    ],
  };
}

function bracketed(spelling: Spelling, open: string, close: string, kind: string): Rule {
  return {
    begin: open,
    end: endOf(spelling, close),
    name: `meta.${kind}.vtl`,
    beginCaptures: { "0": { name: `punctuation.section.${kind}.begin.vtl` } },
    endCaptures: { "0": { name: `punctuation.section.${kind}.end.vtl` } },
    patterns: [include(ruleName(spelling, "expression"))],
  };
}

/** References and directives work between double quotes, nothing does between single ones; a doubled quote is text. */
export function strings(spelling: Spelling): Rule {
  return {
    patterns: [
      {
        begin: spelling.double,
        end: endOf(spelling, `${spelling.double}(?!${spelling.double})`),
        name: "string.interpolated.double.vtl",
        beginCaptures: { "0": { name: "punctuation.definition.string.begin.vtl" } },
        endCaptures: { "0": { name: "punctuation.definition.string.end.vtl" } },
        patterns: [
          { match: `${spelling.double}${spelling.double}`, name: "constant.character.escape.vtl" },
          include(ruleName(spelling, "references")),
          include(ruleName(spelling, "directives")),
          ...escapes(spelling),
        ],
      },
      {
        begin: spelling.single,
        end: endOf(spelling, `${spelling.single}(?!${spelling.single})`),
        name: "string.quoted.single.vtl",
        beginCaptures: { "0": { name: "punctuation.definition.string.begin.vtl" } },
        endCaptures: { "0": { name: "punctuation.definition.string.end.vtl" } },
        patterns: [
          { match: `${spelling.single}${spelling.single}`, name: "constant.character.escape.vtl" },
          ...escapes(spelling),
        ],
      },
    ],
  };
}
