import type { Rule } from "../grammar.js";
import { scopes } from "../grammar.js";
import { endOf, escapes, type Spelling } from "../spelling.js";

/** `## …`, `#* … *#`, and `#[[ … ]]#`, whose inside is printed as it stands. */
export function comments(spelling: Spelling): Rule {
  // An escaped quote in a comment must not end the literal.
  const patterns = escapes(spelling);
  return {
    patterns: [
      {
        begin: "#\\*",
        end: endOf(spelling, "\\*#"),
        name: "comment.block.vtl",
        patterns,
      },
      {
        // A directive of the linter in it stands out, as it does in ESLint's comments.
        begin: "(##)\\s*(vtl-(?:disable(?:-next-line|-file)?|enable))\\b",
        end: spelling.lineEnd,
        name: "comment.line.number-sign.vtl",
        beginCaptures: scopes("punctuation.definition.comment.vtl", "storage.type.class.suppression.vtl"),
        patterns,
      },
      {
        begin: "##",
        end: spelling.lineEnd,
        name: "comment.line.number-sign.vtl",
        beginCaptures: { "0": { name: "punctuation.definition.comment.vtl" } },
        patterns,
      },
      {
        begin: "#\\[\\[",
        end: endOf(spelling, "\\]\\]#"),
        name: "string.unquoted.textblock.vtl",
        beginCaptures: { "0": { name: "punctuation.definition.string.begin.vtl" } },
        endCaptures: { "0": { name: "punctuation.definition.string.end.vtl" } },
        patterns,
      },
    ],
  };
}
