import type { RenderedPart } from "@apigw-vtl/lsp";
import { describe, expect, it } from "vitest";
import { partAt, stretchesAt } from "./stretches.js";

/** `#foreach($x in [1, 2])<$x>#end` on one line, which prints `<1><2>`. */
const template = "#foreach($x in [1, 2])<$x>#end";
const output = "<1><2>";
const part = (outputStart: number, outputEnd: number, text: string): RenderedPart => {
  const templateStart = template.indexOf(text);
  const templateEnd = templateStart + text.length;
  return {
    outputStart,
    outputEnd,
    templateStart,
    templateEnd,
    range: { start: { line: 0, character: templateStart }, end: { line: 0, character: templateEnd } },
  };
};
const parts = [
  part(0, 6, template),
  part(0, 1, "<"),
  part(1, 2, "$x>".slice(0, 2)),
  part(2, 3, ">"),
  part(3, 4, "<"),
  part(5, 6, ">"),
];

describe("a click in the output", () => {
  it("finds the innermost part that printed it", () => {
    expect(partAt(parts, output.indexOf("<"))?.templateStart).toBe(template.indexOf("<"));
    expect(partAt(parts, output.indexOf(">"))?.templateStart).toBe(template.indexOf(">"));
  });

  it("finds the block where nothing inside of it is known", () => {
    expect(partAt(parts, output.indexOf("2"))?.templateStart).toBe(0);
  });

  it("finds nothing behind the end", () => {
    expect(partAt(parts, output.length)).toBeUndefined();
  });

  it("finds nothing that the host has generated", () => {
    expect(partAt([{ outputStart: 0, outputEnd: 3, templateStart: 0, templateEnd: 3 }], 1)).toBeUndefined();
  });
});

describe("a cursor in the template", () => {
  it("marks everything that the innermost part at it has printed", () => {
    const cursor = { line: 0, character: template.indexOf("<") };
    expect(stretchesAt(parts, cursor)).toEqual([
      { start: 0, end: 1 },
      { start: 3, end: 4 },
    ]);
  });

  it("marks nothing elsewhere", () => {
    expect(stretchesAt(parts, { line: 3, character: 0 })).toEqual([]);
  });
});
