import { describe, expect, it } from "vitest";
import { parseJson } from "../json/parse.js";
import { arrayListOf, type Value } from "../value.js";
import { javaHashCode } from "./hash-code.js";

describe("hashCode", () => {
  it.each<[Value, number]>([
    [null, 0],
    ["", 0],
    ["a", 97],
    ["hello", 99162322],
    ["é😀", 1996812],
    [0, 0],
    [-1, -1],
    [2147483647, 2147483647],
    [3000000000, -1294967296],
    [-3000000000, -1294967297],
    [9007199254740993n, 2097153],
    [-9223372036854775808n, -2147483648],
    [1n, 1],
    [-1n, 0],
    [1.5, 1073217536],
    [-0.1, 639631363],
    [1 / 3, 1786773504],
    [true, 1231],
    [false, 1237],
  ])("of %s is %i in Java", (value, expected) => {
    expect(javaHashCode(value)).toBe(expected);
  });

  it.each([
    ['[1, "a", null]', 33759],
    ["[[], []]", 993],
    ['{"a": 1}', 96],
    ['{"k": [true]}', 1157],
  ])("of %s is %i in Java", (json, expected) => {
    expect(javaHashCode(parseJson(json))).toBe(expected);
  });

  it("overflows the stack for what contains itself", () => {
    const list = arrayListOf([]);
    list.push(arrayListOf([list]));
    expect(() => javaHashCode(list)).toThrow(expect.objectContaining({ javaClass: "java.lang.StackOverflowError" }));
  });
});
