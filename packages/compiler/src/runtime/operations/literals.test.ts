import { describe, expect, it } from "vitest";
import { print } from "../object/print.js";
import type { Value } from "../value.js";
import { listOf, mapOf, rangeOf } from "./literals.js";
import { RenderState } from "./render-state.js";

const state = () => new RenderState({}, { output: 1000, steps: 1000, milliseconds: 5_000 });
const range = (from: Value, to: Value) => print(rangeOf(state(), from, to));

describe("literals", () => {
  it("make Java's lists, which print as Java does", () => {
    expect(print(listOf([1, "a", null, listOf([])]))).toBe("[1, a, null, []]");
  });

  it("make maps in the order of their keys, of which the last one counts", () => {
    expect(print(mapOf(["b", 1, "10", 2, "b", 3]))).toBe("{b=3, 10=2}");
  });
});

describe("ranges", () => {
  it.each([
    [1, 3, "[1, 2, 3]"],
    [3, 1, "[3, 2, 1]"],
    [-1, 1, "[-1, 0, 1]"],
    [5, 5, "[5]"],
  ])("[%i..%i] is %s", (from, to, text) => {
    expect(range(from, to)).toBe(text);
  });

  it("have no value when an end is no number", () => {
    expect(rangeOf(state(), "a", 3)).toBeNull();
    expect(rangeOf(state(), 1, null)).toBeNull();
  });

  it("are refused before they are made when they are too long", () => {
    expect(() => rangeOf(state(), -2147483648, 2147483647)).toThrow(expect.objectContaining({ code: "limit-steps" }));
  });
});
