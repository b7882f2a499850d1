import { expect, it } from "vitest";
import { highlights } from "../../testing/check-rule.js";
import { undefinedReference } from "./rule.js";

it("finds names that nothing sets", () => {
  expect(highlights(undefinedReference, "#set($inputRoot = $input.path('$'))$inputroot.id $outputCost")).toEqual([
    "$inputroot.id",
    "$outputCost",
  ]);
});

it("finds a loop's variable and $foreach outside the loop", () => {
  const source = "#foreach($elem in $input.path('$.a'))$elem.id#end$elem.data#if($foreach.count > 1),#end";
  expect(highlights(undefinedReference, source)).toEqual(["$elem.data", "$foreach.count"]);
});

it("finds $foreach outside of a loop in a condition as well", () => {
  expect(highlights(undefinedReference, "[1#if($foreach.hasNext),#end]")).toEqual(["$foreach.hasNext"]);
});

it("accepts what is set anywhere, $null in comparisons, and the service's own", () => {
  const source = "#if($x == $null)#set($x = 1)#end$x$context.stage$stageVariables.a$method.request.header.a";
  expect(highlights(undefinedReference, source)).toEqual([]);
});
