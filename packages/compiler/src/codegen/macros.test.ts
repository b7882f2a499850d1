import { expect, it } from "vitest";
import { compile } from "../compile.js";

// Expected by the reference engine.
it.each([
  ["prints in the macro's variables", "#macro(m $x)$bodyContent#end#set($x = 1)#@m(2)[$x]#end", "[2]"],
  [
    "keeps half of its backslashes, and other sigils",
    "#macro(m)\\$bodyContent \\\\$bodyContent $$bodyContent#end#@m()a#end",
    "$bodyContent a a",
  ],
  [
    "is the innermost macro's, and at a depth of 20 its own text",
    "#macro(m)<$bodyContent>#end#macro(n)#@m()n$bodyContent#end#end#@n()x#end",
    `<${"n".repeat(20)}$bodyContent>`,
  ],
  [
    "too deep in itself prints what the macro was called with",
    "#macro(w $a)$!a#end#define($b)#w($b)$a|#end$!b",
    "$b|$a|",
  ],
])("a macro's block %s", (_title, source, printed) => {
  expect(compile(source, { dialect: "velocity" }).render({}).output).toBe(printed);
});
