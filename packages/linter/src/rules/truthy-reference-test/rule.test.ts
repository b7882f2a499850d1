import { expect, it } from "vitest";
import { check, factsOf, fixOf, highlights } from "../../testing/check-rule.js";
import { truthyReferenceTest } from "./rule.js";

it("finds references that stand alone in a condition", () => {
  expect(highlights(truthyReferenceTest, "#if($input.params('q'))a#elseif(!$input.path('$.b'))b#end")).toEqual([
    "$input.params('q')",
    "!$input.path('$.b')",
  ]);
  expect(highlights(truthyReferenceTest, "#set($x = $input.path('$.x') || $undefined)")).toEqual([
    "$input.path('$.x')",
    "$undefined",
  ]);
});

it("accepts booleans and comparisons", () => {
  const source =
    "#set($f = true)#if($f)a#end#if($input.params().header.isEmpty())b#end#if($input.params('q') != '')c#end" +
    "#foreach($i in [1])#if($foreach.hasNext),#end#end";
  expect(highlights(truthyReferenceTest, source)).toEqual([]);
});

it("accepts a test that comes with a comparison, and a boolean that is there", () => {
  const source = "#if($t && $t.length() > 2)a#end#if($input.path('$.f') != '')#if($input.path('$.f'))b#end#end";
  expect(highlights(truthyReferenceTest, `#set($t = $input.path('$.t'))${source}`)).toEqual([]);
});

it("changes nothing where the boolean false or no value may be meant, but offers both", () => {
  const source = `{"x": #if($input.path('$.flag'))true#{else}false#end}`;
  expect(fixOf(truthyReferenceTest, source)).toBe(source);
  const suggested = (text: string) =>
    check(truthyReferenceTest, text)[0]!.suggestions?.map(({ edits }) => edits.map((edit) => edit.text).join());
  expect(suggested(source)).toEqual([`$input.path('$.flag') != ""`, "$input.path('$.flag') == true"]);
  expect(suggested("#if(!$input.path('$.flag'))x#end")).toEqual([
    `$input.path('$.flag') == ""`,
    "$input.path('$.flag') != true",
  ]);
});

it("compares booleans of a service's answer with true", () => {
  const facts = factsOf({ direction: "response", integration: { service: "dynamodb" } });
  const source = "#foreach($i in $input.path('$.Items'))#if($i.ok.BOOL)a#end#end";
  expect(fixOf(truthyReferenceTest, source, { facts })).toBe(source.replace("$i.ok.BOOL", "$i.ok.BOOL == true"));
});

it("compares with the empty string", () => {
  expect(fixOf(truthyReferenceTest, "#if(!$a.b)x#elseif($c.d)y#end")).toBe('#if($a.b == "")x#elseif($c.d != "")y#end');
});
