import { expect, it } from "vitest";
import { fixOf, highlights } from "../../testing/check-rule.js";
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

it("compares with the empty string", () => {
  expect(fixOf(truthyReferenceTest, "#if(!$a.b)x#elseif($c.d)y#end")).toBe('#if($a.b == "")x#elseif($c.d != "")y#end');
});
