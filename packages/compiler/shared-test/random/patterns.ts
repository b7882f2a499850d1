import fc from "fast-check";
import type { RandomTemplate } from "./random-template.js";
import { join, oneOf, several } from "./texts.js";

const literal = oneOf(
  ..."abcAB01 -_é€",
  "\\.",
  "\\\\",
  "\\$",
  "\\t",
  "\\u0041",
  "\\x61",
  "\\Qa.b\\E",
  "ß",
  "\\N{DIGIT ONE}",
);
const member = oneOf(
  ...[
    "a",
    "b",
    "0-9",
    "a-c",
    "A-Z",
    "\\d",
    "\\w",
    "\\s",
    "-",
    "\\]",
    "^",
    "é",
    "\\p{L}",
    "\\P{Lu}",
    "&&[a-b]",
    "[bc]",
    "\\N{latin small letter b}",
  ],
);
const predefined = oneOf(
  ...[
    ".",
    "\\d",
    "\\D",
    "\\w",
    "\\W",
    "\\s",
    "\\S",
    "\\h",
    "\\v",
    "\\R",
    "\\X",
    "\\p{Alpha}",
    "\\p{Lower}",
    "\\p{IsLatin}",
  ],
  ...["\\p{javaUpperCase}", "\\P{L}", "\\p{Punct}"],
);
const assertion = oneOf("^", "$", "\\b", "\\B", "\\A", "\\z", "\\Z", "\\G", "\\b{g}", "\\b{g}", "\\b{g}");
const quantifier = fc.oneof(
  { weight: 4, arbitrary: oneOf("", "", "*", "+", "?") },
  join(oneOf("*", "+", "?", "{2}", "{1,2}", "{0,1}", "{2,}"), oneOf("", "?", "+")),
);

const { pattern } = fc.letrec<{ pattern: string; part: string; atom: string }>((tie) => ({
  pattern: fc.oneof(
    { weight: 4, arbitrary: several(tie("part"), "", { maxLength: 4 }) },
    several(several(tie("part"), "", { maxLength: 2 }), "|", { minLength: 2, maxLength: 3 }),
  ),
  part: fc.oneof({ weight: 5, arbitrary: join(tie("atom"), quantifier) }, assertion),
  atom: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    { weight: 5, arbitrary: literal },
    { weight: 3, arbitrary: predefined },
    { weight: 2, arbitrary: join("[", oneOf("", "", "^"), several(member, "", { minLength: 1, maxLength: 3 }), "]") },
    { weight: 2, arbitrary: join("(", tie("pattern"), ")") },
    join(oneOf("(?:", "(?i:", "(?=", "(?!", "(?>", "(?<=", "(?<!", "(?<n>", "(?s)(", "(?iu:"), tie("pattern"), ")"),
    oneOf("\\1", "\\2", "\\k<n>"),
  ),
}));

/** One change, so that what Java refuses is met too. */
const changed = fc
  .tuple(pattern, fc.nat(), oneOf("(", ")", "[", "]", "{", "}", "*", "\\", "?", "^"))
  .map(([text, at, change]) => {
    const position = at % (text.length + 1);
    return text.slice(0, position) + change + text.slice(position + (at % 2));
  });

const input = several(
  oneOf(
    ..."aabbcABC01 -_.é€",
    "\n",
    "\r\n",
    "e\u0301",
    "\ud83d\udc4d\ud83c\udffd",
    "\ud83c\udde9\ud83c\uddea",
    "ß",
    "a.b",
    "\t",
    "\\",
    "$",
  ),
  "",
  { maxLength: 10 },
);

const use = oneOf(
  ...["$s.matches($p)", "$s.replaceAll($p, '<$0>')", "$s.replaceAll($p, '-')", "$s.replaceFirst($p, '<$1>')"],
  ...["#foreach($x in $s.split($p))[$x]#end", "#foreach($x in $s.split($p, 2))[$x]#end", "$s.split($p, -1).size()"],
);

export const patternTemplate: fc.Arbitrary<RandomTemplate> = fc
  .tuple(fc.oneof({ weight: 8, arbitrary: pattern }, changed), input, use)
  .map(([source, text, call]) => ({
    template: `#set($e = $input.path('$'))#set($p = $e.p)#set($s = $e.s)${call.startsWith("#") ? call : `[${call}]`}`,
    body: JSON.stringify({ p: source, s: text }),
  }));
