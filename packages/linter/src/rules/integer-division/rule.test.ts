import { expect, it } from "vitest";
import { highlights } from "../../testing/check-rule.js";
import { integerDivision } from "./rule.js";

it("finds a division by an integer", () => {
  expect(highlights(integerDivision, "#set($a = $input.path('$.n') / 2)#set($b = 7 / 2)")).toEqual([
    "$input.path('$.n') / 2",
    "7 / 2",
  ]);
});

it("accepts decimals", () => {
  expect(highlights(integerDivision, "#set($a = $input.path('$.n') / 2.0)#set($b = 7.5 / 2)")).toEqual([]);
});
