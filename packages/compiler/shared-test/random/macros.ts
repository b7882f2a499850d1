import fc from "fast-check";
import type { RandomTemplate } from "./random-template.js";
import { join, oneOf, several } from "./texts.js";

const variable = oneOf("$a", "$b", "$x", "$!a", "${b}", "$bodyContent", "$foreach.count", "$velocityCount");
const macro = oneOf("m", "n", "w");
const word = oneOf("p", "q ", "-", "|", "1", "[]");

/** Macros, blocks and evaluated texts that define, call, print and change one another. */
const { body } = fc.letrec<Record<"body" | "part" | "argument", string>>((tie) => ({
  body: several(tie("part"), "", { maxLength: 4 }),
  argument: fc.oneof({ maxDepth: 2 }, variable, oneOf("1", "'t'", '"<$a>"', "true", "[1,2]", "$none")),
  part: fc.oneof(
    { maxDepth: 4, depthSize: "medium" },
    { weight: 3, arbitrary: word },
    { weight: 4, arbitrary: variable },
    join("#set(", oneOf("$a", "$b", "$x"), " = ", tie("argument"), ")"),
    join("#macro(", macro, oneOf("", " $a", " $a $b", " $x"), ")", tie("body"), "#end"),
    { weight: 3, arbitrary: join("#", macro, "(", several(tie("argument"), " ", { maxLength: 2 }), ")") },
    join("#@", macro, "(", several(tie("argument"), " ", { maxLength: 2 }), ")", tie("body"), "#end"),
    join("#define(", oneOf("$a", "$b", "$x"), ")", tie("body"), "#end"),
    {
      weight: 2,
      arbitrary: tie("body")
        .map((text) => `#evaluate('${text.replaceAll("'", "''")}')`)
        .filter((text) => !text.includes("''")),
    },
    join("#evaluate(", variable, ")"),
    join('#set($e = "', several(fc.oneof(word, variable, join("#", macro, "()")), "", { maxLength: 3 }), '")[$e]'),
    join("#foreach($x in [1,2])", tie("body"), "#end"),
    join("#if(", oneOf("$a", "$b == 1", "!$x", "true"), ")", tie("body"), "#else", tie("body"), "#end"),
    oneOf("#break", "#break($foreach)", "#stop", "#if($foreach.hasNext),#end"),
  ),
}));

export const macroTemplate: fc.Arbitrary<RandomTemplate> = body
  .filter((template) => /#(?:macro|define|evaluate)/.test(template))
  .map((template) => ({ template: `${template}|$!a|$!b|$!x`, dialect: "velocity" }));
