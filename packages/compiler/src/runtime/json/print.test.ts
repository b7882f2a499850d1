import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mapPut, newMap } from "../collections/map.js";
import { arrayListOf, type JavaList, type Value } from "../value.js";
import { writeJson } from "./json-writer.js";
import { parseJson } from "./parse.js";
import { printJsonArray, toJson } from "./print.js";
import { quoteJson, quoteJsonForWeb } from "./quote.js";

describe("$input.json", () => {
  it.each([
    ['{"a":1,"b":[true,null,"x"],"c":{}}', '{"a":1,"b":[true,null,"x"],"c":{}}'],
    ["[1.0, 1e7, 0.0001, 123456.789, 1e400, -1e400]", "[1.0,1.0E7,1.0E-4,123456.789,null,null]"],
    ["[9223372036854775808, 1.00000000000000000000, NaN]", "[9223372036854775808,1.00000000000000000000,NaN]"],
    ['["a/b", "\'", "<&>"]', '["a/b","\'","<&>"]'],
    ['["\\u0000\\u001f\\u007f\\u009f"]', '["\\u0000\\u001F\\u007F\\u009F"]'],
    ['["\\u2028\\u20ac", "\u2100", "\\ud800"]', '["\\u2028\\u20AC","\u2100","\ud800"]'],
    [String.raw`["q\"q","b\\s","\n\t\r\b\f"]`, String.raw`["q\"q","b\\s","\n\t\r\b\f"]`],
    ["{'10':1,'__proto__':{}}", '{"10":1,"__proto__":{}}'],
    ["str", '"str"'],
    ["null", "null"],
  ])("prints %s", (text, expected) => {
    expect(toJson(parseJson(text))).toBe(expected);
  });

  it("prints values that a template has put into the body", () => {
    const map = newMap();
    mapPut(map, 1, "a");
    mapPut(map, true, arrayListOf([1, "x/y"]));
    expect(toJson(map)).toBe('{"1":"a","true":[1,"x/y"]}');
    mapPut(map, null, "z");
    expect(() => toJson(map)).toThrow(expect.objectContaining({ javaClass: "java.lang.NullPointerException" }));
  });
});

describe("a JSON array printed by toString", () => {
  it("escapes slashes, also in maps in it", () => {
    const list = parseJson(String.raw`["a/b", {"k/":"\\/"}, "\u0001/"]`) as JavaList;
    expect(printJsonArray(list)).toBe(String.raw`["a\/b",{"k\/":"\\\/"},"\u0001\/"]`);
    expect(printJsonArray([arrayListOf([1, "a/b"])])).toBe(String.raw`[[1,"a\/b"]]`);
  });
});

describe("both ways of printing", () => {
  const leaf = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("\x7f", "\u2028", "\\u", "/", "\ud800", "a"),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => !Number.isInteger(n)),
    fc.boolean(),
    fc.constant(null),
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof({ maxDepth: 3 }, leaf, fc.array(tie("tree")), tie("map")),
    map: fc.dictionary(fc.oneof(fc.string(), fc.constantFrom("1", "__proto__", "toJSON", "constructor")), tie("tree")),
  }));

  it("agree", () => {
    fc.assert(
      fc.property(fc.array(tree), (values) => {
        const list = values.map((value) => javaValue(value));
        expect(toJson(list)).toBe(writeJson(list, quoteJson));
        expect(printJsonArray(list)).toBe(writeJson(list, quoteJsonForWeb));
      }),
      { numRuns: 1000 },
    );
  });
});

function javaValue(value: unknown): Value {
  if (Array.isArray(value)) return value.map(javaValue);
  if (typeof value !== "object" || value === null) return value as Value;
  const map = newMap();
  for (const [key, member] of Object.entries(value)) mapPut(map, key, javaValue(member));
  return map;
}

describe("values without end", () => {
  it("overflows the stack for a list in itself", () => {
    const list: JavaList = ["x"];
    list.push(list);
    const overflow = expect.objectContaining({ javaClass: "java.lang.StackOverflowError" });
    expect(() => toJson(list)).toThrow(overflow);
    expect(() => printJsonArray(list)).toThrow(overflow);
  });

  it("runs out of memory for lists that double", () => {
    let list: JavaList = ["x"];
    for (let i = 0; i < 40; i++) list = [list, list];
    expect(() => toJson(list)).toThrow(expect.objectContaining({ javaClass: "java.lang.OutOfMemoryError" }));
  });
});
