import { describe, expect, it } from "vitest";
import { parseHeaderLines, parseVariableLines } from "./parse-lines.js";

describe("headers", () => {
  it("are one a line, in order, names as often as they like", () => {
    expect(parseHeaderLines("Accept: a/b\n\n X-A:1:2 \nX-A:\n")).toEqual({
      entries: [
        ["Accept", "a/b"],
        ["X-A", "1:2"],
        ["X-A", ""],
      ],
    });
  });

  it.each([
    ["Accept: a\nbroken", /^Line 2 has no “:”/],
    [": a", /^Line 1: “” is no name/],
    ["A B: c", /^Line 1: “A B” is no name/],
    ["é: c", /^Line 1: “é” is no name/],
  ])("that are none are named with their line: %j", (text, problem) => {
    expect(parseHeaderLines(text)).toEqual({ problem: expect.stringMatching(problem) });
  });
});

describe("stage variables", () => {
  it("are one a line", () => {
    expect(parseVariableLines("table=Orders\nurl=http://a/?b=c")).toEqual({
      entries: [
        ["table", "Orders"],
        ["url", "http://a/?b=c"],
      ],
    });
  });

  it("have names of letters, digits and underscores", () => {
    expect(parseVariableLines("a-b=1")).toEqual({ problem: expect.stringContaining("“a-b” is no name") });
  });
});
