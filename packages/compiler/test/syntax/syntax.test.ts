import { describe, expect, it } from "vitest";
import { readCases, showInvisible } from "./cases.js";
import { drawDiagnostics, drawTree } from "./node-marks.js";

describe.each(readCases("trees"))("tree: $file", ({ cases }) => {
  it.each(cases)("$title", (given) => {
    expect(showInvisible(drawTree(given))).toBe(given.marked);
  });
});

describe.each(readCases("diagnostics"))("diagnostics: $file", ({ cases }) => {
  it.each(cases)("$title", (given) => {
    expect(showInvisible(drawDiagnostics(given))).toBe(given.marked);
  });
});
