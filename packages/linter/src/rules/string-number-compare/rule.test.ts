import { expect, it } from "vitest";
import { factsOf, highlights } from "../../testing/check-rule.js";
import { stringNumberCompare } from "./rule.js";

it("finds parameters, stage variables and text of other kinds", () => {
  const source =
    "#if($input.params('n') > 5 || $stageVariables.limit < 3 || '5' >= 1)a#end#set($p = $input.params('page'))#if($p > 1)b#end";
  expect(highlights(stringNumberCompare, source)).toEqual([
    "$input.params('n') > 5",
    "$stageVariables.limit < 3",
    "'5' >= 1",
    "$p > 1",
  ]);
});

it("accepts numbers, members of the body, and equality", () => {
  const source = "#if($input.path('$.n') > 5 || $input.body.length() > 2 || $input.params('n') == 5)a#end";
  expect(highlights(stringNumberCompare, source)).toEqual([]);
  expect(
    highlights(stringNumberCompare, "#set($i = 0)#set($n = $i.parseInt($input.params('n')))#if($n > 5)a#end"),
  ).toEqual([]);
});

it("knows that DynamoDB answers numbers as texts", () => {
  const source = "#set($r = $input.path('$'))#if($r.Item.age.N > 18)a#end#if($r.Count > 1)b#end";
  expect(highlights(stringNumberCompare, source)).toEqual(["$r.Item.age.N > 18"]);
  const ofService = (service: string) => ({ facts: factsOf({ direction: "response", integration: { service } }) });
  expect(highlights(stringNumberCompare, source, ofService("dynamodb"))).toEqual(["$r.Item.age.N > 18"]);
  expect(highlights(stringNumberCompare, source, ofService("lambda"))).toEqual([]);
  expect(highlights(stringNumberCompare, source, { facts: factsOf() })).toEqual([]);
});

it("finds ranges over texts, which have no rounds", () => {
  const source =
    "#foreach($i in [1..$input.params('n')])a#end#foreach($i in [1..$input.path('$.n')])b#end#set($r = [$stageVariables.a..3])";
  expect(highlights(stringNumberCompare, source)).toEqual(["[1..$input.params('n')]", "[$stageVariables.a..3]"]);
});
