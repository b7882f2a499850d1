import { include, type Rule, scopes } from "../grammar.js";
import { ruleName } from "../language/rule-name.js";
import { endOf, type Spelling } from "../spelling.js";
import type { Content } from "./content.js";

const NAME = "[A-Za-z_][\\w.-]*";

/** XML and HTML, tag by tag: which tag closes which is not for a highlighter of templates to know. */
export const markup: Content = {
  name: "markup",
  subtypes: "[\\w.+-]*(?:xml|html)[\\w.+-]*",
  firstCharacters: "<",
  rules: (spelling) => [
    { begin: "<!--", end: endOf(spelling, "-->"), name: "comment.block.xml", patterns: language(spelling) },
    {
      begin: "<!\\[CDATA\\[",
      end: endOf(spelling, "\\]\\]>"),
      name: "string.unquoted.cdata.xml",
      patterns: language(spelling),
    },
    tag(spelling, `(<\\?)(${NAME})`, "(\\?>)", "meta.tag.preprocessor.xml"),
    { begin: "<!(?=[A-Za-z])", end: endOf(spelling, ">"), name: "meta.tag.sgml.doctype.xml" },
    tag(spelling, `(</?)((?:${NAME}:)?${NAME})`, "(/?>)", "meta.tag.xml"),
    include(ruleName(spelling, "language")),
    { match: "&(?:#\\d+|#x[0-9A-Fa-f]+|\\w+);", name: "constant.character.entity.xml" },
  ],
};

const language = (spelling: Spelling) => [include(ruleName(spelling, "language"))];

function tag(spelling: Spelling, begin: string, end: string, name: string): Rule {
  return {
    begin,
    end: endOf(spelling, end),
    name,
    beginCaptures: scopes("punctuation.definition.tag.begin.xml", "entity.name.tag.xml"),
    endCaptures: scopes("punctuation.definition.tag.end.xml"),
    patterns: [
      { match: `(?:${NAME}:)?${NAME}(?=\\s*=)`, name: "entity.other.attribute-name.xml" },
      { match: "=", name: "punctuation.separator.key-value.xml" },
      attributeValue(spelling, spelling.double, "string.quoted.double.xml"),
      attributeValue(spelling, spelling.single, "string.quoted.single.xml"),
      // Last: an escaped quote begins a value before it is an escape.
      include(ruleName(spelling, "language")),
    ],
  };
}

function attributeValue(spelling: Spelling, quote: string, name: string): Rule {
  return { begin: quote, end: endOf(spelling, quote), name, patterns: language(spelling) };
}
