import { expect, it } from "vitest";
import { highlights } from "../../testing/check-rule.js";
import { arraySlashEscape } from "./rule.js";

it("finds a list that is looped over and printed", () => {
  const source = `#set($l = $input.path('$.l')){"n": [#foreach($e in $l)1#if($foreach.hasNext),#end#end], "l": $l}`;
  expect(highlights(arraySlashEscape, source)).toEqual(["$l"]);
});

it("accepts $input.json and members", () => {
  const source = `#set($l = $input.path('$.l')){"n": [#foreach($e in $l)"$e.id"#end], "l": $input.json('$.l')}`;
  expect(highlights(arraySlashEscape, source)).toEqual([]);
});
