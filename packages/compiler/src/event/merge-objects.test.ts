import { describe, expect, it } from "vitest";
import type { PlainObject } from "../plain-object.js";
import { mergeObjects } from "./merge-objects.js";

describe("mergeObjects", () => {
  it("merges objects key by key and replaces everything else", () => {
    expect(
      mergeObjects({ a: { x: 1, y: 2 }, l: [1, 2], s: "s" }, { a: { y: 3 }, l: [9], s: null, n: { k: 1 } }),
    ).toEqual({
      a: { x: 1, y: 3 },
      l: [9],
      s: null,
      n: { k: 1 },
    });
  });

  it("keeps the order of the base", () => {
    expect(Object.keys(mergeObjects({ b: 1, a: 1 }, { c: 2, b: 2 }))).toEqual(["b", "a", "c"]);
  });

  it("takes __proto__ for an ordinary key", () => {
    const merged = mergeObjects(JSON.parse('{"__proto__": {"a": 1}}'), JSON.parse('{"__proto__": {"b": 2}}'));
    expect(Object.getPrototypeOf(merged)).toBe(Object.prototype);
    expect(JSON.stringify(merged)).toBe('{"__proto__":{"a":1,"b":2}}');
    expect(({} as PlainObject).b).toBeUndefined();
  });

  it("survives nesting that would overflow the stack", () => {
    const deep = JSON.parse(`${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}`);
    expect(Object.keys(mergeObjects(deep, deep))).toEqual(["a"]);
  });
});
