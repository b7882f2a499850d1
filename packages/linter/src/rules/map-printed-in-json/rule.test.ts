import { expect, it } from "vitest";
import { check, factsOf, highlights } from "../../testing/check-rule.js";
import { mapPrintedInJson } from "./rule.js";

it("finds the whole body and the parameters", () => {
  const source = `#set($r = $input.path('$')){"a": $r, "b": "$input.params()", "c": "$input.params().header"}`;
  expect(highlights(mapPrintedInJson, source)).toEqual(["$r", "$input.params()", "$input.params().header"]);
});

it("knows an object by its members that are read", () => {
  const source = `#set($o = $input.path('$.o')){"id": "$o.id", "all": $o}`;
  expect(highlights(mapPrintedInJson, source)).toEqual(["$o"]);
});

it("finds maps that the template makes", () => {
  expect(highlights(mapPrintedInJson, `#set($m = {"a": 1}){"m": $m}`)).toEqual(["$m"]);
});

it("finds lists that the template makes of texts", () => {
  const listOf = (item: string) =>
    `#set($l = [])#foreach($i in $input.path('$.l'))#set($x = $l.add(${item}))#end{"l": $l}`;
  expect(highlights(mapPrintedInJson, listOf('"$i.id"'))).toEqual(["$l"]);
  expect(highlights(mapPrintedInJson, listOf("$foreach.count"))).toEqual([]);
  expect(highlights(mapPrintedInJson, '{"l": $input.path("$.l")}')).toEqual([]);
});

it("says which path to print", () => {
  expect(check(mapPrintedInJson, "$input.path('$')")[0]?.message).toMatch(/Print `\$input\.json\('\$'\)`\.$/);
  const quoted = `{"a": "$input.path('$')"}`;
  expect(check(mapPrintedInJson, quoted)[0]?.message).toMatch(/`\$input\.json\('\$'\)` in place of the whole string/);
});

it("accepts JSON, members, lists and what may be anything", () => {
  const source = `#set($l = $input.path('$.l')){"a": $input.json('$'), "b": $input.path('$.b'), "l": [#foreach($e in $l)$e#end], "c": "$context.identity"}`;
  expect(highlights(mapPrintedInJson, source)).toEqual([]);
});

it("accepts a body that is printed as another content type", () => {
  const html = factsOf({ direction: "response", contentType: "text/html" });
  expect(highlights(mapPrintedInJson, "$input.path('$')", { facts: html })).toEqual([]);
  expect(highlights(mapPrintedInJson, "$input.path('$')", { facts: factsOf({ direction: "response" }) })).toHaveLength(
    1,
  );
});

it("knows items of DynamoDB's answers and their attributes", () => {
  const facts = factsOf({ direction: "response", integration: { service: "dynamodb" } });
  const source = `#set($i = $input.path('$.Item')){"all": $i, "name": "$i.name", "age": $i.age.N, "l": "$i.tags.L", "in": $i.map.M.x}`;
  expect(highlights(mapPrintedInJson, source, { facts })).toEqual(["$i", "$i.name", "$i.map.M.x"]);
  const items = `[#foreach($i in $input.path('$.Items'))$i#if($foreach.hasNext),#end#end]`;
  expect(highlights(mapPrintedInJson, items, { facts })).toEqual(["$i"]);
  expect(highlights(mapPrintedInJson, items, { facts: factsOf({ direction: "response" }) })).toEqual([]);
});
