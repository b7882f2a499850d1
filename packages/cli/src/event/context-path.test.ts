import type { PlainObject } from "@apigw-vtl/compiler";
import { describe, expect, it } from "vitest";
import { setContextPath } from "./context-path.js";

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
