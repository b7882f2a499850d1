import { describe, expect, it } from "vitest";
import { setIndex } from "../classes/element.js";
import { invokeMethod } from "../classes/method-lookup.js";
import { getProperty, setProperty } from "../classes/property.js";
import { newMap } from "../collections/map.js";
import { parseJson } from "../json/parse.js";
import { print } from "../object/print.js";
import { arrayListOf, type Value } from "../value.js";
import { buildContext, collectOverrides } from "./context.js";

/** `$root.a.b.c` */
function at(root: Value, path: string): Value {
  return path.split(".").reduce<Value>((value, name) => getProperty(value, name) ?? null, root);
}

function keysOf(map: Value): string {
  const keys = invokeMethod(map, "keySet", []);
  return typeof keys === "symbol" ? "no map" : print(keys);
}

describe("$context", () => {
  it("has the override maps after its own keys", () => {
    const context = buildContext({ stage: "prod", identity: { sourceIp: "1.2.3.4" } });
    expect(keysOf(context)).toBe("[stage, identity, requestOverride, responseOverride]");
    expect(keysOf(at(context, "requestOverride"))).toBe("[path, header, querystring]");
    expect(keysOf(at(context, "responseOverride"))).toBe("[header]");
    expect(keysOf(buildContext(undefined))).toBe("[requestOverride, responseOverride]");
  });

  it("prints as nothing, as do the maps below it", () => {
    const context = buildContext({ a: { b: 1, list: [1, { c: 2 }] } });
    expect(print(context)).toBe("");
    expect(print(at(context, "a"))).toBe("");
    expect(print(at(context, "a.list"))).toBe("[1, ]");
  });

  it("takes numbers, null and odd keys as they are", () => {
    const context = buildContext(
      JSON.parse('{"d":1.5,"i":3,"epoch":1700000000000,"n":null,"t":true,"__proto__":{"x":"own"},"10":1}'),
    );
    expect(["d", "i", "epoch", "t"].map((key) => print(at(context, key)))).toEqual([
      "1.5",
      "3",
      "1700000000000",
      "true",
    ]);
    expect(getProperty(context, "n")).toBeNull();
    expect(at(context, "__proto__.x")).toBe("own");
    expect(getProperty(context, "x")).toBeNull();
  });

  it("leaves the caller's data alone", () => {
    const data = { identity: { user: "u" }, list: ["a"] };
    const context = buildContext(data);
    setProperty(at(context, "identity"), "user", "changed");
    invokeMethod(at(context, "list"), "add", ["b"]);
    expect(data).toEqual({ identity: { user: "u" }, list: ["a"] });
  });
});

describe("collectOverrides", () => {
  it("gives what the template put into the override maps, without empty maps", () => {
    const context = buildContext({});
    setProperty(at(context, "requestOverride.header"), "x", "1");
    setProperty(at(context, "requestOverride"), "path", newMap());
    setProperty(at(context, "requestOverride.querystring"), "q", arrayListOf(["a", "b"]));
    setProperty(at(context, "requestOverride.header"), "m", parseJson('{"a":{"b":1}}'));
    setProperty(at(context, "responseOverride"), "status", 404);
    setIndex(at(context, "responseOverride.header"), "X-B", true);
    expect(collectOverrides(context)).toEqual({
      requestOverride: { header: { x: "1", m: { a: { b: 1 } } }, querystring: { q: ["a", "b"] } },
      responseOverride: { header: { "X-B": true }, status: 404 },
    });
  });

  it.each([1, "text", null, newMap()])("gives nothing when $context has become %j", (value) => {
    expect(collectOverrides(value)).toEqual({});
  });

  it("gives nothing when nothing was put", () => {
    const context = buildContext({});
    expect(collectOverrides(context)).toEqual({});
    setProperty(context, "requestOverride", parseJson('{"header":{}}'));
    expect(collectOverrides(context)).toEqual({});
  });

  it("keeps __proto__ an ordinary key", () => {
    const context = buildContext({});
    setProperty(at(context, "requestOverride.header"), "__proto__", "v");
    const overrides = collectOverrides(context);
    expect(JSON.stringify(overrides)).toBe('{"requestOverride":{"header":{"__proto__":"v"}}}');
  });

  it("fails on a context that contains itself", () => {
    const context = buildContext({});
    setProperty(at(context, "requestOverride.header"), "x", context);
    expect(() => collectOverrides(context)).toThrow(
      expect.objectContaining({ javaClass: "java.lang.StackOverflowError" }),
    );
  });
});
