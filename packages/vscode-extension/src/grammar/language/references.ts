import { include, type Rule, scopes } from "../grammar.js";
import { endOf, type Spelling } from "../spelling.js";
import { ruleName } from "./rule-name.js";

const ROOTS = "input|util|context|stageVariables|method";
const SIGIL = "(\\$!?)";
const NAME = "[A-Za-z_][A-Za-z0-9_-]*";
/** After a dot the next character must be a letter; otherwise the dot is text. */
const MEMBER = "[A-Za-z][A-Za-z0-9_-]*";

/** `$name`, `$!name`, `${name}`, `$!{name}`, with their properties, methods and indexes. */
export function references(spelling: Spelling): Rule {
  const steps = [include(ruleName(spelling, "steps"))];
  return {
    patterns: [
      formal(spelling, `${spelling.formal ?? `${SIGIL}(\\{)`}(?:(${ROOTS}|foreach)\\b(?!-)|(${NAME}))`, steps),
      {
        begin: `${SIGIL}(?:(${ROOTS}|foreach)\\b(?!-)|(${NAME}))`,
        end: `(?!\\.${MEMBER}|\\[)`,
        name: "meta.reference.vtl",
        beginCaptures: scopes(
          "punctuation.definition.variable.vtl",
          "variable.language.vtl support.variable.vtl",
          "variable.other.readwrite.vtl",
        ),
        patterns: steps,
      },
    ],
  };
}

function formal(spelling: Spelling, begin: string, patterns: readonly Rule[]): Rule {
  return {
    begin,
    end: endOf(spelling, "(\\})", spelling.lineEnd),
    name: "meta.reference.formal.vtl",
    beginCaptures: scopes(
      "punctuation.definition.variable.vtl",
      "punctuation.section.reference.begin.vtl",
      "variable.language.vtl support.variable.vtl",
      "variable.other.readwrite.vtl",
    ),
    endCaptures: scopes("punctuation.section.reference.end.vtl"),
    patterns,
  };
}

/** What follows a reference's name: `.property`, `.method(…)`, `[index]`. */
export function steps(spelling: Spelling): Rule {
  const expression = [include(ruleName(spelling, "expression"))];
  return {
    patterns: [
      {
        begin: `(\\.)(${MEMBER})(\\()`,
        end: endOf(spelling, "\\)"),
        name: "meta.method-call.vtl",
        beginCaptures: scopes(
          "punctuation.accessor.vtl",
          "entity.name.function.method.vtl",
          "punctuation.section.arguments.begin.vtl",
        ),
        endCaptures: { "0": { name: "punctuation.section.arguments.end.vtl" } },
        patterns: expression,
      },
      {
        match: `(\\.)(${MEMBER})`,
        captures: scopes("punctuation.accessor.vtl", "variable.other.property.vtl"),
      },
      {
        begin: "\\[",
        end: endOf(spelling, "\\]"),
        name: "meta.index.vtl",
        beginCaptures: { "0": { name: "punctuation.section.brackets.begin.vtl" } },
        endCaptures: { "0": { name: "punctuation.section.brackets.end.vtl" } },
        patterns: expression,
      },
    ],
  };
}
