import { include, type Rule } from "../grammar.js";
import { ruleName } from "../language/rule-name.js";
import { endOf, type Spelling } from "../spelling.js";
import type { Content } from "./content.js";

/**
 * JSON without nesting: directives may open an object in one branch and close it in another, so that rules which wait
 * for a closing brace would never meet it.
 */
export const json: Content = {
  name: "json",
  subtypes: "(?:[\\w.+-]*json[\\w.+-]*|\\*)",
  firstCharacters: '[{\\["]',
  rules: (spelling) => [
    string(spelling, "support.type.property-name.json", keyAhead(spelling)),
    string(spelling, "string.quoted.double.json", ""),
    include(ruleName(spelling, "language")),
    { match: "[{}]", name: "punctuation.definition.dictionary.json" },
    { match: "[\\[\\]]", name: "punctuation.definition.array.json" },
    { match: ",", name: "punctuation.separator.array.json" },
    { match: ":", name: "punctuation.separator.dictionary.key-value.json" },
    { match: "(?<![\\w$.])(?:true|false|null)(?![\\w.])", name: "constant.language.json" },
    { match: "(?<![\\w$.])-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?(?![\\w.])", name: "constant.numeric.json" },
  ],
};

/** A string that a colon follows; quotes inside of a reference's arguments are looked over when the call is simple. */
function keyAhead({ double }: Spelling): string {
  return `(?=(?:(?!${double})(?:\\\\.|[^\\\\\\r\\n]))*${double}[ \\t]*:)`;
}

function string(spelling: Spelling, name: string, ahead: string): Rule {
  const { double } = spelling;
  return {
    begin: `${double}${ahead}`,
    end: endOf(spelling, double, spelling.lineEnd),
    name,
    beginCaptures: { "0": { name: "punctuation.definition.string.begin.json" } },
    endCaptures: { "0": { name: "punctuation.definition.string.end.json" } },
    patterns: [
      include(ruleName(spelling, "language")),
      { match: "\\\\(?:u[0-9A-Fa-f]{4}|.)", name: "constant.character.escape.json" },
    ],
  };
}
