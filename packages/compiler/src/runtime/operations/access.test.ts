import { describe, expect, it } from "vitest";
import { mapPut, newMap } from "../collections/map.js";
import { arrayListOf, type Value } from "../value.js";
import { withWork } from "../work.js";
import { assignIndex, assignProperty, call, indexed, lengthOf, property, sizeOf } from "./access.js";
import { RenderState } from "./render-state.js";

const state = new RenderState({}, { output: 1000, steps: 1000, milliseconds: 5_000 });
const mapWith = (key: string, value: Value) => {
  const map = newMap();
  mapPut(map, key, value);
  return map;
};

describe("a step on null", () => {
  it.each([
    ["property", () => property(null, "x")],
    ["method", () => call(state, null, "x", [])],
    ["size()", () => sizeOf(null)],
    ["length()", () => lengthOf(null)],
    ["index", () => indexed(null, 0)],
  ])("is null: %s", (_, step) => {
    expect(step()).toBeNull();
  });

  it("assigns nothing", () => {
    expect(() => assignProperty(null, "x", 1)).not.toThrow();
    expect(() => assignIndex(null, 0, 1)).not.toThrow();
  });
});

describe("a step to something that does not exist", () => {
  it.each([
    ["property", () => property("text", "nothing")],
    ["method", () => call(state, "text", "nothing", [])],
    ["method with wrong arguments", () => call(state, "text", "substring", ["x"])],
    ["size() of a string", () => sizeOf("text")],
    ["length() of a list", () => lengthOf(arrayListOf([1]))],
    ["key", () => indexed(mapWith("a", 1), "b")],
  ])("is null: %s", (_, step) => {
    expect(step()).toBeNull();
  });
});

it("takes steps to what exists", () => {
  expect(property(mapWith("a", 1), "a")).toBe(1);
  expect(property("", "empty")).toBe(true);
  expect(call(state, "text", "substring", [1, 3])).toBe("ex");
  expect(sizeOf(arrayListOf([1, 2]))).toBe(2);
  expect(lengthOf("text")).toBe(4);
  expect(indexed(arrayListOf([1, 2]), -1)).toBe(2);
});

describe("calls", () => {
  it("must not make strings or lists longer than the output may be", () => {
    expect(() => call(state, "x", "repeat", [2000])).toThrow(expect.objectContaining({ code: "limit-output" }));
    const list = arrayListOf(Array.from({ length: 800 }, () => 1));
    expect(() => call(state, list, "addAll", [list])).toThrow(expect.objectContaining({ code: "limit-output" }));
  });

  it("cost work by the size of what they look at", () => {
    const long = "x".repeat(100_000);
    const callsOf = (run: () => unknown) => {
      let count = 0;
      expect(() =>
        withWork(100_000, () => {
          for (;;) {
            run();
            count++;
          }
        }),
      ).toThrow(expect.objectContaining({ code: "limit-steps" }));
      return count;
    };
    const many = callsOf(() => call(state, "x", "indexOf", ["y"]));
    const few = callsOf(() => call(state, long, "indexOf", ["y"]));
    expect(few).toBeGreaterThan(10);
    expect(many).toBeGreaterThan(100 * few);
  });
});
