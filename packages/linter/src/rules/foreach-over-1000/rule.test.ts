import { expect, it } from "vitest";
import { highlights } from "../../testing/check-rule.js";
import { foreachOver1000 } from "./rule.js";

it("finds loops over lists of the body and long ranges", () => {
  expect(highlights(foreachOver1000, "#foreach($i in $input.path('$.l'))#end#foreach($i in [1..2000])#end")).toEqual([
    "$input.path('$.l')",
    "[1..2000]",
  ]);
});

it("accepts short lists", () => {
  expect(
    highlights(
      foreachOver1000,
      "#foreach($i in [1, 2])#end#foreach($i in [1..1000])#end#foreach($k in $input.params().header.keySet())#end",
    ),
  ).toEqual([]);
});
