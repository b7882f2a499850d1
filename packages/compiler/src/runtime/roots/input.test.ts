import { describe, expect, it } from "vitest";
import { invokeMethod, NO_SUCH_METHOD } from "../classes/method-lookup.js";
import { getProperty, setProperty } from "../classes/property.js";
import { print } from "../object/print.js";
import type { Value } from "../value.js";
import { InputRoot } from "./input.js";

const EVENT = {
  body: '{"a":{"b":[1,"x"]},"n":null}',
  headers: { "X-A": "h", both: "header" },
  querystring: { q: "1", both: "query", multi: ["1", "2"] },
  path: { p: "pp" },
};

function call(input: Value, name: string, ...args: Value[]): Value {
  const result = invokeMethod(input, name, args);
  if (result === NO_SUCH_METHOD) throw new Error(`no method ${name}`);
  return result;
}

describe("$input.params", () => {
  it.each([
    ["p", "pp"],
    ["q", "1"],
    ["both", "query"],
    ["multi", "2"],
    ["X-A", "h"],
    ["x-a", ""],
    ["constructor", ""],
    ["__proto__", ""],
  ])("(%s) is the first of path, querystring and header: %s", (name, expected) => {
    expect(call(new InputRoot(EVENT), "params", name)).toBe(expected);
  });

  it("() are the three maps", () => {
    expect(print(call(new InputRoot(EVENT), "params"))).toBe(
      "{path={p=pp}, querystring={q=1, both=query, multi=2}, header={X-A=h, both=header}}",
    );
  });

  it("() can be changed", () => {
    const input = new InputRoot(EVENT);
    setProperty(call(input, "params"), "path", "no map");
    expect(call(input, "params", "p")).toBe("");
    expect(call(input, "params", "both")).toBe("query");
    setProperty(getProperty(call(input, "params"), "querystring") ?? null, "new", "x");
    expect(call(input, "params", "new")).toBe("x");
    expect(EVENT.querystring).not.toHaveProperty("new");
  });

  it("(null) is nothing", () => {
    expect(call(new InputRoot(EVENT), "params", null)).toBe("");
  });
});

describe("$input.body", () => {
  it("is the raw payload", () => {
    expect(getProperty(new InputRoot(EVENT), "body")).toBe(EVENT.body);
    expect(call(new InputRoot({ body: "a=b" }), "getBody")).toBe("a=b");
  });

  it.each([{}, { body: null }, { body: "" }])("of an empty payload %j is an empty object", (event) => {
    expect(getProperty(new InputRoot(event), "body")).toBe("{}");
    expect(call(new InputRoot(event), "json", "$")).toBe("{}");
  });
});

describe("$input.path and $input.json", () => {
  it.each([
    ["$", '{a={b=[1,"x"]}, n=null}', '{"a":{"b":[1,"x"]},"n":null}'],
    ["$.a", '{b=[1,"x"]}', '{"b":[1,"x"]}'],
    ["$.a.b[1]", "x", '"x"'],
    ["$.n", "null", '""'],
    ["$.zz", "null", '""'],
  ])("of %s print %s and %s", (path, printed, json) => {
    const input = new InputRoot(EVENT);
    expect(print(call(input, "path", path))).toBe(printed);
    expect(call(input, "json", path)).toBe(json);
  });

  it("share one document, changes included", () => {
    const input = new InputRoot(EVENT);
    setProperty(call(input, "path", "$"), "a", 5);
    expect(call(input, "json", "$")).toBe('{"a":5,"n":null}');
  });

  it("need a String", () => {
    const input = new InputRoot(EVENT);
    expect(invokeMethod(input, "path", [1])).toBe(NO_SUCH_METHOD);
    expect(() => call(input, "json", null)).toThrow(
      expect.objectContaining({ javaClass: "java.lang.IllegalArgumentException" }),
    );
  });

  it("print as nothing without a call, as $input itself does", () => {
    const input = new InputRoot(EVENT);
    expect(print(input)).toBe("");
    expect(getProperty(input, "json")).toBeUndefined();
  });
});
