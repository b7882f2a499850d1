import { expect, it } from "vitest";
import { followed, isTyped } from "./written-ends.js";

const end = { start: 10, length: 4 };

it("a written #end moves with what is typed before it, and is the user's own once it is changed", () => {
  expect(followed(end, [{ rangeOffset: 10, rangeLength: 0, text: "ab" }])).toEqual({ start: 12, length: 4 });
  expect(followed(end, [{ rangeOffset: 2, rangeLength: 3, text: "" }])).toEqual({ start: 7, length: 4 });
  expect(followed(end, [{ rangeOffset: 14, rangeLength: 0, text: "x" }])).toEqual(end);
  expect(followed(end, [{ rangeOffset: 12, rangeLength: 0, text: "x" }])).toBeUndefined();
});

it("it is typed too where another stands on the line above", () => {
  expect(isTyped("#if($a)\n1\n#end\n")).toBe(true);
  expect(isTyped("  #{end}\r\n  ")).toBe(true);
  expect(isTyped("#if($a)\n1\n#en\n")).toBe(false);
  expect(isTyped("#end\nx\n")).toBe(false);
});
