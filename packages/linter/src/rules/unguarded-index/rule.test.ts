import { expect, it } from "vitest";
import { highlights } from "../../testing/check-rule.js";
import { unguardedIndex } from "./rule.js";

it("finds places in lists and texts of the request", () => {
  const source = "$input.path('$.items')[0] $input.path('$.items').get(1).id $input.params('q').substring(0, 3)";
  expect(highlights(unguardedIndex, source)).toEqual(["[0]", ".get(1)", ".substring(0, 3)"]);
});

it("accepts a test before, maps, and what the template makes", () => {
  const source =
    "#set($l = $input.path('$.l'))#if($l.size() > 0)$l[0]#end#if($l != '' && $l[0] == 1)a#end" +
    "$input.params().header['a']#set($made = [1, 2])$made[0]";
  expect(highlights(unguardedIndex, source)).toEqual([]);
});
