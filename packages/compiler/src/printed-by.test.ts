import { describe, expect, it } from "vitest";
import { printedBy } from "./printed-by.js";

describe("printedBy", () => {
  const template = "ab$x$d";
  const output = "abXY(inner)";
  const trace = [
    { outputStart: 0, outputEnd: 2, range: { start: 0, end: 2 } },
    { outputStart: 2, outputEnd: 4, range: { start: 2, end: 4 } },
    { outputStart: 4, outputEnd: 11, range: { start: 4, end: 6 } },
    { outputStart: 5, outputEnd: 10, range: { start: 20, end: 25 } },
  ];

  it.each([
    [1, { start: 1, end: 2 }, "the character of a text"],
    [3, { start: 2, end: 4 }, "the whole reference"],
    [4, { start: 4, end: 6 }, "the outer part where only it printed"],
    [6, { start: 20, end: 25 }, "the innermost part"],
    [11, { start: 20, end: 25 }, "the last part for the end of the output"],
  ])("of offset %i is %j: %s", (offset, range) => {
    expect(printedBy(trace, offset, template, output)).toEqual(range);
  });

  it("is undefined when nothing was printed", () => expect(printedBy([], 0, "", "")).toBeUndefined());
});
