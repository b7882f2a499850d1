import { childrenOf, type Node, parse } from "@apigw-vtl/compiler";
import fc from "fast-check";
import { expect, it } from "vitest";
import { ParentMap } from "./parents.js";

/** Every node below the root, with the node that has it for a child. */
function* parentsIn(parent: Node): Generator<readonly [child: Node, parent: Node]> {
  for (const child of childrenOf(parent)) {
    yield [child, parent];
    yield* parentsIn(child);
  }
}

function expectParents(source: string): void {
  const { tree } = parse(source);
  const parents = new ParentMap(tree);
  expect(parents.parentOf(tree)).toBeUndefined();
  for (const [child, parent] of parentsIn(tree)) expect(parents.parentOf(child)).toBe(parent);
}

it.each([
  ["text and references", `{"a": "$input.path('$.a').b[0].c($x, [1..2]).d"}`],
  ["blocks in blocks", "#if($a && !($b == 1))#foreach($x in [$y, 'z'])$x#end#elseif($c){}#else #end"],
  ["blocks without anything in them", "#if($a)#else#end#foreach($x in $y)#end#define($d)#end"],
  ["templates in strings", `#set($s = "a $b #if($c)""$d""#end") #set($m = {"k": "$v", 'l': [ "$w" ]})`],
  ["macros and other directives", "#macro(m $a $b)$a#end #m('x' $y) #stop #break #evaluate($e) #[[ raw ]]# ## end"],
  ["parts that cannot be read", "#if($a.( ) $b #set($c = ) #end #end ${d #foreach(1)"],
])("finds the parent of each node: %s", (_, source) => {
  expectParents(source);
});

const pieces = [
  ..."$#{}()[]\"' \n.,=!",
  "#if($a)",
  "#else",
  "#end",
  "#foreach($i in $l)",
  "#set($x = ",
  "$a.b",
  '"$c"',
  "text",
];

it("finds the parent of each node of any text", () => {
  const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(texts, (source) => {
      expectParents(source);
    }),
    { numRuns: 500 },
  );
});
