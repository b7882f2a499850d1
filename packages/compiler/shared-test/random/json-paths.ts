import fc from "fast-check";
import { jsonDocument, KEYS } from "./json-documents.js";
import type { RandomTemplate } from "./random-template.js";
import { join, oneOf, several } from "./texts.js";

const index = oneOf("0", "1", "2", "-1", "-2", "9");
const name = fc.oneof(
  { weight: 6, arbitrary: oneOf(...KEYS.filter((key) => /^\w+$/.test(key))) },
  oneOf("zz", "ü", "@e"),
);
const quotedName = fc.oneof(
  join("'", oneOf(...KEYS.filter((key) => !key.includes("'"))), "'"),
  join('"', oneOf("a", "x y", "k-1", "a.b"), '"'),
  oneOf("'it\\'s'", "'\\u0061'"),
);
const literal = oneOf(
  ...[
    "1",
    "2.0",
    "-1",
    "1e1",
    "1E+2",
    "10",
    "'a'",
    "'1'",
    '"a"',
    "'true'",
    "true",
    "false",
    "null",
    "[1]",
    "['a','b']",
  ],
  ...["[]", "{}", '{"a":1}', "''", "/a/", "/.*A/i", "[1,'a',null]", "1.50", "[[1]]"],
);
const word = oneOf(
  ...["==", "!=", "===", "!==", "<", "<=", ">", ">=", "=~", " in ", " nin ", " contains ", " size ", " empty "],
  ...[" anyof ", " noneof ", " subsetof ", " all ", " exists ", " IN "],
);

/** Paths that Jayway's grammar knows, most of them valid. */
const { path } = fc.letrec<Record<"path" | "filter" | "operand" | "step" | "argument" | "steps", string>>((tie) => ({
  path: join("$", tie("steps")),
  steps: several(tie("step"), "", { maxLength: 4 }),
  step: fc.oneof(
    { maxDepth: 3 },
    { weight: 8, arbitrary: join(".", name) },
    { weight: 2, arbitrary: join("[", quotedName, "]") },
    join("[", several(quotedName, ", ", { minLength: 2, maxLength: 3 }), "]"),
    { weight: 3, arbitrary: join("[", index, "]") },
    join("[", several(index, ",", { minLength: 2, maxLength: 3 }), "]"),
    join("[", fc.oneof(index, fc.constant("")), ":", fc.oneof(index, fc.constant("")), "]"),
    { weight: 3, arbitrary: oneOf("[*]", ".*", "[ * ]") },
    { weight: 3, arbitrary: join("..", name) },
    oneOf("..*", "..[0]", "..[*]", "..[1:]", "..['a','b']"),
    join("..[?(", tie("filter"), ")]"),
    { weight: 3, arbitrary: join("[?(", tie("filter"), ")]") },
    join(
      ".",
      oneOf(
        "length",
        "size",
        "min",
        "max",
        "sum",
        "avg",
        "stddev",
        "concat",
        "append",
        "keys",
        "first",
        "last",
        "index",
      ),
      "(",
      several(tie("argument"), ",", { maxLength: 2 }),
      ")",
    ),
  ),
  argument: fc.oneof(
    { maxDepth: 2 },
    tie("path"),
    join("@", tie("steps")),
    oneOf("1", "-1", '"x"', '"a,b"', "{}", "2.5"),
  ),
  operand: fc.oneof({ maxDepth: 2 }, { weight: 4, arbitrary: literal }, join("@", tie("steps")), tie("path")),
  filter: fc.oneof(
    { maxDepth: 3 },
    { weight: 6, arbitrary: join("@.", name, word, tie("operand")) },
    { weight: 2, arbitrary: join("@", tie("steps")) },
    join("!@.", name),
    join("@ ", word, literal),
    join(literal, word, "@.", name),
    join(tie("filter"), oneOf(" && ", " || ", "&&"), tie("filter")),
    join("!(", tie("filter"), ")"),
    join("(", tie("filter"), ")"),
  ),
}));

/** A path with one change, so that what Jayway refuses and overlooks is met too. */
const changedPath = fc
  .tuple(
    path,
    fc.nat(),
    oneOf("", ".", "[", "]", "(", ")", "'", '"', ",", " ", "?", "*", "@", "$", ":", "-", "!", "\\"),
  )
  .map(([text, at, change]) => {
    const position = at % (text.length + 1);
    return text.slice(0, position) + change + text.slice(position + (at % 2));
  });

export const jsonPathTemplate: fc.Arbitrary<RandomTemplate> = fc
  .tuple(
    oneOf("json", "path"),
    fc.oneof({ weight: 5, arbitrary: path }, changedPath),
    jsonDocument.filter((document) => document !== null),
  )
  .map(([method, text, document]) => ({
    template: `$input.${method}('${text.replaceAll("'", "''")}')`,
    body: JSON.stringify(document),
  }));
