import { expect, it } from "vitest";
import { check, fixOf, highlights } from "../../testing/check-rule.js";
import { byteOrderMark } from "./rule.js";

it("finds the mark before everything else", () => {
  expect(highlights(byteOrderMark, '\uFEFF{"a": $input.json("$.a")}')).toEqual(["\uFEFF"]);
  expect(check(byteOrderMark, "\uFEFF").map(({ range }) => range)).toEqual([{ start: 0, end: 1 }]);
});

it("accepts the character elsewhere, where it is text that somebody may want", () => {
  expect(highlights(byteOrderMark, '{"a": "\uFEFF"}')).toEqual([]);
  expect(highlights(byteOrderMark, "")).toEqual([]);
});

it("removes it, once", () => {
  expect(fixOf(byteOrderMark, "\uFEFF{}")).toBe("{}");
});
