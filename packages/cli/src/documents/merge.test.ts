import type { PlainObject } from "@apigw-vtl/compiler";
import { describe, expect, it } from "vitest";
import { setContextPath } from "../event/context-path.js";
import { merge } from "./merge.js";

describe("merge", () => {
  it("merges objects key by key and replaces everything else", () => {
    expect(merge({ a: { x: 1, y: 2 }, l: [1, 2], s: "s" }, { a: { y: 3 }, l: [9], s: null, n: { k: 1 } })).toEqual({
      a: { x: 1, y: 3 },
      l: [9],
      s: null,
      n: { k: 1 },
    });
  });

  it("keeps the order of the base", () => {
    expect(Object.keys(merge({ b: 1, a: 1 }, { c: 2, b: 2 }))).toEqual(["b", "a", "c"]);
  });

  it("takes __proto__ for an ordinary key", () => {
    const merged = merge(JSON.parse('{"__proto__": {"a": 1}}'), JSON.parse('{"__proto__": {"b": 2}}'));
    expect(Object.getPrototypeOf(merged)).toBe(Object.prototype);
    expect(JSON.stringify(merged)).toBe('{"__proto__":{"a":1,"b":2}}');
    expect(({} as PlainObject).b).toBeUndefined();
  });

  it("survives nesting that would overflow the stack", () => {
    const deep = JSON.parse(`${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}`);
    expect(Object.keys(merge(deep, deep))).toEqual(["a"]);
  });
});

describe("setContextPath", () => {
  it("sets one entry and keeps its neighbours", () => {
    expect(setContextPath({ identity: { user: "u", caller: "c" } }, "identity.user", "v")).toEqual({
      identity: { user: "v", caller: "c" },
    });
  });

  it("makes the objects on the way, also instead of a text", () => {
    expect(setContextPath({ a: "text" }, "a.b.c", "v")).toEqual({ a: { b: { c: "v" } } });
  });

  it("pollutes nothing", () => {
    expect(JSON.stringify(setContextPath({}, "__proto__.polluted", "v"))).toBe('{"__proto__":{"polluted":"v"}}');
    expect(({} as PlainObject).polluted).toBeUndefined();
  });

  it("refuses an empty name", () => expect(() => setContextPath({}, "a..b", "v")).toThrow("empty name"));
});
