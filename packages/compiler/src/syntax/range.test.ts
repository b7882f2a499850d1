import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LineIndex } from "./range.js";

describe("LineIndex", () => {
  it.each([
    ["LF", "ab\ncd\n"],
    ["CR", "ab\rcd\r"],
  ])("begins a line after %s", (_, text) => {
    const index = new LineIndex(text);
    expect(index.position(2)).toEqual({ line: 1, column: 3 });
    expect(index.position(3)).toEqual({ line: 2, column: 1 });
    expect(index.position(6)).toEqual({ line: 3, column: 1 });
    expect(index.lineCount).toBe(3);
  });

  it("takes CR LF for one", () => {
    const index = new LineIndex("ab\r\ncd");
    expect(index.position(3)).toEqual({ line: 1, column: 4 });
    expect(index.position(4)).toEqual({ line: 2, column: 1 });
    expect(index.lineStart(2)).toBe(4);
  });

  it("counts columns in UTF-16 units", () => {
    expect(new LineIndex("😀x").position(2)).toEqual({ line: 1, column: 3 });
  });

  it("clamps what is outside of the text", () => {
    const index = new LineIndex("a\nb");
    expect(index.position(-1)).toEqual({ line: 1, column: 1 });
    expect(index.position(99)).toEqual({ line: 2, column: 2 });
    expect(index.lineStart(9)).toBe(3);
  });

  it("finds back every offset", () => {
    const texts = fc.string({ unit: fc.constantFrom("a", "\n", "\r"), maxLength: 50 });
    fc.assert(
      fc.property(texts, (text) => {
        const index = new LineIndex(text);
        for (let offset = 0; offset <= text.length; offset++) {
          const { line, column } = index.position(offset);
          expect(index.lineStart(line) + column - 1).toBe(offset);
        }
      }),
    );
  });
});
