import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits } from "./fix.js";
import { joinEdits } from "./join-edits.js";
import type { TextEdit } from "./rule.js";

/** Edits that are apart from each other: at most one in each stretch of four characters. */
const editsOf = (text: string) =>
  fc
    .array(fc.tuple(fc.nat(), fc.nat(), fc.string({ maxLength: 3 })), { maxLength: Math.floor(text.length / 4) })
    .map((drawn) =>
      drawn.map(([a, b, inserted], i): TextEdit => {
        const [start = 0, end = 0] = [4 * i + (a % 4), 4 * i + (b % 4)].toSorted((x, y) => x - y);
        return { range: { start, end }, text: inserted };
      }),
    );

const twice = fc.string({ minLength: 1, maxLength: 40 }).chain((text) =>
  editsOf(text).chain((first) => {
    const between = applyEdits(text, first);
    return editsOf(between).map((second) => ({ text, first, second, after: applyEdits(between, second) }));
  }),
);

describe("edits that are joined", () => {
  it("do at once what they do one after the other", () => {
    fc.assert(
      fc.property(twice, ({ text, first, second, after }) => {
        expect(applyEdits(text, joinEdits(text.length, first, second))).toBe(after);
      }),
    );
  });

  it("are in order, with something between any two", () => {
    fc.assert(
      fc.property(twice, ({ text, first, second }) => {
        const joined = joinEdits(text.length, first, second);
        for (const [i, { range }] of joined.entries()) {
          expect(range.start).toBeLessThanOrEqual(range.end);
          expect(range.start).toBeGreaterThan(joined[i - 1]?.range.end ?? -1);
        }
      }),
    );
  });

  it("are none when the second undo the first by insertions alone", () => {
    const put = [{ range: { start: 1, end: 1 }, text: "x" }];
    const taken = [{ range: { start: 1, end: 2 }, text: "" }];
    expect(joinEdits(3, put, taken)).toEqual([]);
  });
});
