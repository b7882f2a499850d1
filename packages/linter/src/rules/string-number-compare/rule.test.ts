import { expect, it } from "vitest";
import { highlights } from "../../testing/check-rule.js";
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
