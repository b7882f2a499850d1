import { describe, expect, it } from "vitest";
import { ContextMap, mapPut, newMap } from "../collections/map.js";
import { parseJson } from "../json/parse.js";
import { arrayListOf, JavaArray, type Value } from "../value.js";
import { javaClassOf } from "./java-class.js";
import { print } from "./print.js";

describe("toString", () => {
  it.each<[Value, string]>([
    ["text", "text"],
    [42, "42"],
    [3000000000, "3000000000"],
    [9007199254740993n, "9007199254740993"],
    [0.5, "0.5"],
    [true, "true"],
    [null, "null"],
  ])("of %s is %s", (value, expected) => {
    expect(print(value)).toBe(expected);
  });

  it("of a list made by a template is Java's, of one from JSON is JSON", () => {
    expect(print(arrayListOf(["a", null, 1]))).toBe("[a, null, 1]");
    expect(print(["a", null, 1])).toBe('["a",null,1]');
    expect(print(arrayListOf([["a"], arrayListOf(["b"])]))).toBe('[["a"], [b]]');
  });

  it("of a map is Java's, of the lists in it that of the list", () => {
    expect(print(parseJson('{"a": 1, "b": {"c": [true, {"d": "e"}]}, "f": null}'))).toBe(
      '{a=1, b={c=[true,{"d":"e"}]}, f=null}',
    );
  });

  it("of the maps below $context is empty", () => {
    const context = new ContextMap();
    mapPut(context, "a", 1);
    expect(print(context)).toBe("");
    expect(print(arrayListOf([1, context]))).toBe("[1, ]");
  });

  it("of an array is its class and a hash that stays", () => {
    const array = new JavaArray();
    array.elementClass = "java.lang.String";
    expect(print(array)).toMatch(/^\[Ljava\.lang\.String;@[0-9a-f]+$/);
    expect(print(array)).toBe(print(array));
    expect(print(array)).not.toBe(print(new JavaArray()));
  });

  it.each([
    ["byte", "[B"],
    ["char", "[C"],
    ["java.lang.Object", "[Ljava.lang.Object;"],
  ])("of an array of %s begins with %s", (elementClass, name) => {
    const array = new JavaArray();
    array.elementClass = elementClass;
    expect(print(array).split("@")[0]).toBe(name);
    expect(print(javaClassOf(array))).toBe(`class ${name}`);
  });

  it("of a class is its name", () => {
    expect(print(javaClassOf("text"))).toBe("class java.lang.String");
    expect(print(javaClassOf(parseJson("[]")))).toBe("class net.minidev.json.JSONArray");
  });

  it("names a collection within itself", () => {
    const map = newMap();
    mapPut(map, "self", map);
    expect(print(map)).toBe("{self=(this Map)}");
    const list = arrayListOf([1]);
    list.push(list);
    expect(print(list)).toBe("[1, (this Collection)]");
  });

  it("overflows the stack for what contains itself further down, and works afterwards", () => {
    const list = arrayListOf([]);
    list.push(arrayListOf([list]));
    for (let i = 0; i < 3; i++) {
      expect(() => print(list)).toThrow(expect.objectContaining({ javaClass: "java.lang.StackOverflowError" }));
    }
    let deep = arrayListOf([]);
    for (let i = 0; i < 1000; i++) deep = arrayListOf([deep]);
    expect(print(deep)).toHaveLength(2002);
  });
});
