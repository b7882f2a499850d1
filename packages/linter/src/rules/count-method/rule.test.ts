import { expect, it } from "vitest";
import { fixOf, highlights } from "../../testing/check-rule.js";
import { countMethod } from "./rule.js";

it("finds counts of lists", () => {
  expect(highlights(countMethod, "$input.path('$.items').count()")).toEqual([".count()"]);
  expect(highlights(countMethod, "#set($l = [1, 2])$l.length $l.size $l.length()")).toEqual([
    ".length",
    ".size",
    ".length()",
  ]);
});

it("knows a list by the loop over it", () => {
  const source = "#set($l = $input.path('$.l'))#foreach($i in $l)#end#if($l.length() > 2)x#end";
  expect(highlights(countMethod, source)).toEqual([".length()"]);
});

it("accepts size(), strings, members of that name and $foreach.count", () => {
  const source =
    "#set($l = [1])$l.size()$input.body.length()$input.path('$.ruler').length #foreach($i in $l)$foreach.count#end";
  expect(highlights(countMethod, source)).toEqual([]);
});

it("writes size()", () => {
  expect(fixOf(countMethod, "$input.path('$.items').count()")).toBe("$input.path('$.items').size()");
});
