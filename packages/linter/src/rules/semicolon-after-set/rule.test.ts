import { expect, it } from "vitest";
import { check, fixOf, highlights } from "../../testing/check-rule.js";
import { semicolonAfterSet } from "./rule.js";

it("finds a semicolon behind the parenthesis", () => {
  expect(check(semicolonAfterSet, "#set($x = 1);\n#set($y = 2) ;\n{}").map(({ range }) => range.start)).toEqual([
    12, 27,
  ]);
});

it("accepts a semicolon on another line or in a string", () => {
  expect(highlights(semicolonAfterSet, '#set($x = 1)\n; #set($y = ";")')).toEqual([]);
});

it("removes it", () => {
  expect(fixOf(semicolonAfterSet, "#set($x = 1);\n{}")).toBe("#set($x = 1)\n{}");
});
