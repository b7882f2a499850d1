import { describe, expect, it } from "vitest";
import { invokeMethod } from "../classes/method-lookup.js";
import { parseJson } from "../json/parse.js";
import { double } from "../number/index.js";
import { buildContext } from "../roots/context.js";
import { arrayListOf, type Value } from "../value.js";
import { javaEquals } from "./equals.js";
import { javaClassOf } from "./java-class.js";
import { velocityEquals } from "./velocity-equals.js";

const json = parseJson("[1,2]");
const list = arrayListOf([1, 2]);
const map = parseJson('{"n":null,"big":3000000000}');
const context = buildContext({ a: { b: 1 } });

function call(target: Value, name: string, ...args: Value[]): Value {
  const result = invokeMethod(target, name, args);
  if (typeof result === "symbol") throw new Error(`no method ${name}`);
  return result;
}

describe("== of Velocity", () => {
  it.each<[string, Value, Value, boolean]>([
    ["1 == 1.0", 1, double(1), true],
    ['1 == "1"', 1, "1", true],
    ['"1" == 1.0', "1", double(1), false],
    ['true == "true"', true, "true", true],
    ["1 == true", 1, true, false],
    ['"a" == "b"', "a", "b", false],
    ["null == null", null, null, true],
    ['null == ""', null, "", false],
    ['[1,2] == "[1, 2]"', list, "[1, 2]", true],
    ["[1,2] == $json", list, json, true],
    ['$json == "[1,2]"', json, "[1,2]", true],
    ["$json.subList(0, 2) == $json", call(json, "subList", 0, 2), json, false],
    ['{"a":1} == {"a":1.0}', parseJson('{"a":1}'), parseJson('{"a":1.0}'), false],
    ['{"a":1} == "{a=1}"', parseJson('{"a":1}'), "{a=1}", true],
    ["$map.keySet() == $map.keySet()", call(map, "keySet"), call(map, "keySet"), true],
    ["$map.values() == $map.values()", call(map, "values"), call(map, "values"), true],
    ['$map.values() == "[null, 3000000000]"', call(map, "values"), "[null, 3000000000]", true],
    ["$json.toArray() == $json.toArray()", call(json, "toArray"), call(json, "toArray"), false],
    ["$json.class == $json.class", javaClassOf(json), javaClassOf(json), true],
    ['"" == $context', "", context, true],
    ['$context.a == {"b":1}', call(context, "get", "a"), parseJson('{"b":1}'), true],
    ["$context.a == {}", call(context, "get", "a"), parseJson("{}"), false],
  ])("%s", (_, left, right, expected) => {
    expect(velocityEquals(left, right)).toBe(expected);
    expect(velocityEquals(right, left)).toBe(expected);
  });
});

describe("equals of Java", () => {
  it("tells numbers of different classes apart", () => {
    expect(javaEquals(1, 1n)).toBe(false);
    expect(javaEquals(1, double(1))).toBe(false);
    expect(javaEquals(arrayListOf([1]), arrayListOf([1n]))).toBe(false);
  });

  it("compares lists and sets by content", () => {
    expect(javaEquals(json, list)).toBe(true);
    expect(javaEquals(call(json, "subList", 0, 2), json)).toBe(true);
    expect(javaEquals(call(parseJson('{"a":1,"b":2}'), "keySet"), call(parseJson('{"b":3,"a":4}'), "keySet"))).toBe(
      true,
    );
    expect(javaEquals(call(map, "keySet"), arrayListOf(["n", "big"]))).toBe(false);
  });

  it("takes a null value for an entry", () => {
    expect(javaEquals(parseJson('{"a":null}'), parseJson('{"b":null}'))).toBe(false);
    expect(javaEquals(parseJson('{"a":null}'), parseJson('{"a":null}'))).toBe(true);
  });
});
