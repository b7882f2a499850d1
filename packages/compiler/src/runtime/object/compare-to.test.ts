import { describe, expect, it } from "vitest";
import { double, JavaBigInteger, NOT_A_NUMBER } from "../number/index.js";
import { arrayListOf, type Value } from "../value.js";
import { compareTo } from "./compare-to.js";

function sorted(...values: Value[]): Value[] {
  return values.sort(compareTo);
}

describe("the natural order", () => {
  it("of strings is that of their UTF-16 code units", () => {
    expect(sorted("b", "B", "ä", "", "10", "9", "\u{1f600}", "\uffff")).toEqual([
      "",
      "10",
      "9",
      "B",
      "b",
      "ä",
      "\u{1f600}",
      "\uffff",
    ]);
  });

  it("of numbers of one class is that of their values", () => {
    expect(sorted(10, 9, -1)).toEqual([-1, 9, 10]);
    expect(sorted(3000000000, 5n, -1n)).toEqual([-1n, 5n, 3000000000]);
    const big = [3n, 1n, 2n].map((n) => new JavaBigInteger(n * 10n ** 30n));
    expect(sorted(...big)).toEqual([big[1], big[2], big[0]]);
  });

  it("of doubles has -0.0 before 0.0 and NaN at the end", () => {
    const [minusZero, zero] = [double(-0), double(0)];
    expect(sorted(NOT_A_NUMBER, 0.5, zero, minusZero, -0.5)).toEqual([-0.5, minusZero, zero, 0.5, NOT_A_NUMBER]);
  });

  it("puts false before true", () => {
    expect(sorted(true, false)).toEqual([false, true]);
  });

  it.each<[Value, Value]>([
    [1, "a"],
    [1, 1n],
    [1, 0.5],
    [arrayListOf([]), arrayListOf([])],
  ])("does not exist between %s and %s", (left, right) => {
    expect(() => compareTo(left, right)).toThrow(
      expect.objectContaining({ javaClass: "java.lang.ClassCastException" }),
    );
  });

  it("does not exist for null", () => {
    expect(() => compareTo(null, 1)).toThrow(expect.objectContaining({ javaClass: "java.lang.NullPointerException" }));
  });
});
