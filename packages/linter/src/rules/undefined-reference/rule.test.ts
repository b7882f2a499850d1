import { expect, it } from "vitest";
import { check, highlights } from "../../testing/check-rule.js";
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

it("accepts a loop's variable and $foreach in a block that loops print", () => {
  const block = "#define($item)$elem.id#if($foreach.hasNext),#end#end";
  const loop = "#foreach($elem in $input.path('$.a'))$item#end";
  expect(highlights(undefinedReference, block + loop)).toEqual([]);
  expect(highlights(undefinedReference, block)).toEqual(["$elem.id", "$foreach.hasNext"]);
});

it("accepts what is set anywhere, $null in comparisons, and the service's own", () => {
  const source = "#if($x == $null)#set($x = 1)#end$x$context.stage$stageVariables.a$method.request.header.a";
  expect(highlights(undefinedReference, source)).toEqual([]);
});

it("accepts a dollar sign that is written with a backslash", () => {
  expect(highlights(undefinedReference, "query(\\$sku: ID) \\\\$other")).toEqual(["\\\\$other"]);
});

it("accepts what a #set that cannot be read may set", () => {
  expect(
    highlights(undefinedReference, '#set($origin = $input.params("Origin")\n#if($origin == "a")$origin#end'),
  ).toEqual([]);
});

it("accepts what text of the host may set, if that stands on lines of its own", () => {
  const holes = [{ start: 0, end: 9 }];
  expect(highlights(undefinedReference, "$table<x>", { holes: [{ start: 6, end: 9 }] })).toEqual([]);
  expect(highlights(undefinedReference, "$table", { holes: [{ start: 1, end: 6 }] })).toEqual([]);
  expect(highlights(undefinedReference, "<prelude>\n$parsed", { holes })).toEqual([]);
  expect(highlights(undefinedReference, "<prelude>$parsed", { holes })).toEqual(["$parsed"]);
});

it("leaves variables of the host to unreplaced-variable, but not a name in another case", () => {
  expect(highlights(undefinedReference, "#set($inputRoot = 1)${Table}$!{table}${inputroot}")).toEqual([
    "$!{table}",
    "${inputroot}",
  ]);
});

it("says that Velocity's tools are not there", () => {
  expect(check(undefinedReference, "$math.add(1, 2)")[0]?.message).toMatch(/^`\$math` is one of the Velocity Tools/);
  expect(check(undefinedReference, "$date")[0]?.message).toMatch(/^Nothing sets `\$date`/);
});
