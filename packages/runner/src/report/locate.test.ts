import { expect, it } from "vitest";
import { locateIn } from "./locate.js";

it("finds the line and column where a place begins, in the files whose texts are known", () => {
  const text = "paths:\n  /items: {}\n";
  const start = text.indexOf("/items");
  const range = { start, end: start + "/items".length };
  const locate = locateIn(new Map([["api.yaml", text]]));
  expect(locate({ file: "api.yaml", range })).toEqual({ line: 2, column: 3 });
  expect(locate({ file: "other.yaml", range })).toBeUndefined();
});
