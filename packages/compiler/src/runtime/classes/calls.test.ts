import { describe, expect, it } from "vitest";
import { mapPut, newMap } from "../collections/map.js";
import { parseJson } from "../json/parse.js";
import { print } from "../object/print.js";
import { buildContext } from "../roots/context.js";
import { arrayListOf, JavaArray, type Value } from "../value.js";
import { getIndex } from "./element.js";
import { invokeMethod, NO_SUCH_METHOD } from "./method-lookup.js";
import { getProperty } from "./property.js";

/** The variables of the reference engine's template that the expected outputs are from. */
function variables(): Record<string, Value> {
  const split = new JavaArray();
  split.elementClass = "java.lang.String";
  split.push("a", "b");
  return {
    l: arrayListOf([3, 1, 2]),
    m: parseJson('{"a": 1, "b": "two"}'),
    j: parseJson('["x", 1, {"k": "a/b"}]'),
    s: split,
    context: buildContext({ c: { x: 1 } }),
  };
}

/** Prints text with references as the service does: invalid and null ones as nothing. */
class Printer {
  readonly #text: string;
  readonly #variables = variables();
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  print(): string {
    let out = "";
    while (this.#at < this.#text.length) {
      if (this.#take(/\$/y) === undefined) out += this.#take(/[^$]+/y);
      else out += print(this.#reference() ?? "");
    }
    return out;
  }

  #reference(): Value | undefined {
    let value: Value | undefined = this.#variables[this.#take(/\w+/y) ?? ""];
    for (;;) {
      const target = value ?? null;
      if (this.#take(/\[/y) !== undefined) {
        const index = this.#values("]")[0] ?? null;
        value = getIndex(target, index);
        continue;
      }
      const name = this.#take(/\.\w+/y)?.slice(1);
      if (name === undefined) return value;
      if (this.#take(/\(/y) === undefined) value = getProperty(target, name);
      else {
        const result = invokeMethod(target, name, this.#values(")"));
        value = result === NO_SUCH_METHOD ? undefined : result;
      }
    }
  }

  #values(end: string): Value[] {
    const values: Value[] = [];
    while (this.#take(end === ")" ? /\)/y : end === "]" ? /\]/y : /\}/y) === undefined) {
      values.push(this.#value());
      this.#take(/[,:] */y);
    }
    return values;
  }

  #value(): Value {
    if (this.#take(/\[/y) !== undefined) return arrayListOf(this.#values("]"));
    if (this.#take(/\{/y) !== undefined) {
      const map = newMap();
      const members = this.#values("}");
      for (let i = 0; i < members.length; i += 2) mapPut(map, members[i] ?? null, members[i + 1] ?? null);
      return map;
    }
    const literal = this.#take(/"[^"]*"|-?\d+|null/y) ?? "null";
    return JSON.parse(literal) as Value;
  }

  #take(token: RegExp): string | undefined {
    token.lastIndex = this.#at;
    const found = token.exec(this.#text)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }
}

describe("lists, maps, arrays and their views", () => {
  it.each([
    ["$l.size()", "3"],
    ["$l.get(0)", "3"],
    ['$l.get("0")', ""],
    ["$l.add(5)$l", "true[3, 1, 2, 5]"],
    ["$l.add(0, 9)$l", "[9, 3, 1, 2]"],
    ["$l.addAll([7, 8])$l", "true[3, 1, 2, 7, 8]"],
    ["$l.addAll(0, [7, 8])$l", "true[7, 8, 3, 1, 2]"],
    ["$l.addAll([])", "false"],
    ["$l.remove(1)$l", "1[3, 2]"],
    ['$l.remove("x")$l', "false[3, 1, 2]"],
    ["$l.remove(null)$l", "false[3, 1, 2]"],
    ['$l.contains(3) $l.contains("3")', "true false"],
    ["$l.indexOf(2) $l.lastIndexOf(9)", "2 -1"],
    ["$l.containsAll([1, 3]) $l.containsAll([9])", "true false"],
    ["$l.removeAll([1, 3])$l", "true[2]"],
    ["$l.retainAll([1, 9])$l", "true[1]"],
    ["$l.clear()$l", "[]"],
    ["$l.sort(null)$l", "[1, 2, 3]"],
    ['$l.sort("x")$l', "[3, 1, 2]"],
    ["$l.subList(1, 3)", "[1, 2]"],
    ["$l.subList(0, 2).clear()$l", "[2]"],
    ["$l.toArray()[1] $l.toArray().size()", "1 3"],
    ["$l.toArray([9, 9])[1]", "1"],
    ["$l.iterator().next()", "3"],
    ["$l.iterator().hasPrevious()", ""],
    ["$l.listIterator(3).previous()", "2"],
    ["$l.equals([3, 1, 2]) $l.hashCode()", "true 32707"],
    ["$l.getClass() $l.class.name", "class java.util.ArrayList java.util.ArrayList"],
    ["$l.empty $l.size $l.first", "false  "],
    ["$l.get(1, 2)", ""],
    ['$l.removeIf("x")', ""],
    ["$l.wait(1)", ""],
    ["$l.clone().class.name", "java.util.ArrayList"],
    ["$l.subList(0, 2).equals([3, 1])", "true"],
    ["$j $j.toString() $j.toJSONString()", '["x",1,{"k":"a\\/b"}] ["x",1,{"k":"a\\/b"}] ["x",1,{"k":"a\\/b"}]'],
    ["$j.subList(0, 2)", "[x, 1]"],
    ["$j.clone()", '["x",1,{"k":"a\\/b"}]'],
    ["$j.merge(null)$j", '["x",1,{"k":"a\\/b"}]'],
    ['$j.toJSONString([1, "a/b"])', '[1,"a\\/b"]'],
    ["$j.class.name", "net.minidev.json.JSONArray"],
    ["$s.size() $s.get(1) $s.isEmpty() $s[0] $s[-1]", "2 b false a b"],
    ["$s.empty $s.length", " "],
    ['$s.set(0, "z") $s[0]', "a z"],
    ['$s.contains("b") $s.indexOf("b")', "true 1"],
    ['$m.size() $m.get("a") $m.get("zz") $m["a"] $m.a', "2 1  1 1"],
    ['$m.put("c", 3)$m', "{a=1, b=two, c=3}"],
    ['$m.put("a", 3)$m', "1{a=3, b=two}"],
    ['$m.putAll({"x": 1})$m', "{a=1, b=two, x=1}"],
    ["$m.putAll([1])$m", "{a=1, b=two}"],
    ['$m.putIfAbsent("a", 9) $m.putIfAbsent("z", 9) $m', "1  {a=1, b=two, z=9}"],
    ['$m.getOrDefault("a", 9) $m.getOrDefault("z", 9)', "1 9"],
    ['$m.remove("a")$m', "1{b=two}"],
    ['$m.remove("a", 1) $m.remove("b", 1) $m', "true false {b=two}"],
    ['$m.replace("a", 5) $m.replace("z", 5) $m', "1  {a=5, b=two}"],
    ['$m.replace("a", 1, 5) $m.replace("b", 1, 5) $m', "true false {a=5, b=two}"],
    ['$m.containsKey("a") $m.containsValue("two")', "true true"],
    ["$m.keySet() $m.values() $m.entrySet()", "[a, b] [1, two] [a=1, b=two]"],
    ['$m.keySet().remove("a")$m', "true{b=two}"],
    ['$m.values().remove("two")$m', "true{a=1}"],
    ['$m.entrySet().remove("a")$m', "false{a=1, b=two}"],
    ['$m.keySet().retainAll(["b"])$m', "true{b=two}"],
    ["$m.keySet().toArray()[1]", "b"],
    ["$m.keySet()[0]", ""],
    ["$m.hashCode() $m.keySet().hashCode() $m.entrySet().hashCode()", "115342 195 115342"],
    ["$m.entrySet().iterator().next().key", "a"],
    ["$m.entrySet().iterator().next().setValue(7)$m", "1{a=7, b=two}"],
    ["$m.size $m.empty $m.class.name $m.keySet", "  java.util.LinkedHashMap "],
    ['$m.equals({"b": "two", "a": 1})', "true"],
    ['$m.clone().put("z", 1)$m', "{a=1, b=two}"],
    ["$m[-1]", ""],
    ["$l[-1] $l[-3]", "2 3"],
    ['$l["0"]', ""],
    ["$l.x[0]", ""],
    ["$l.class.simpleName", ""],
    ["$l.class.class", ""],
    ['$l.class.forName("java.lang.String")', ""],
    ['$context.c.put("y", 2)$context.c.size()$context.c', "2"],
    ["$context.c.clone()", ""],
    ["$l.toArray(1, 2)[1]", "1"],
  ])("%s prints as in Java", (template, expected) => {
    expect(new Printer(template).print()).toBe(expected);
  });

  it.each([
    ["$l.get(3)", "java.lang.IndexOutOfBoundsException"],
    ["$l.add(9, 9)", "java.lang.IndexOutOfBoundsException"],
    ["$l.remove(9)", "java.lang.IndexOutOfBoundsException"],
    ["$l.subList(2, 1)", "java.lang.IllegalArgumentException"],
    ["$l.subList(0, 9)", "java.lang.IndexOutOfBoundsException"],
    ["$l.size(1)", "java.lang.IllegalArgumentException"],
    ["$l.removeIf(null)", "java.lang.NullPointerException"],
    ["$j.merge([5])", "java.lang.ClassCastException"],
    ['$s.add("c")', "java.lang.UnsupportedOperationException"],
    ["$s.set(0, 1)", "java.lang.IllegalArgumentException"],
    ["$m.putAll(null)", "java.lang.NullPointerException"],
    ['$m.keySet().add("c")', "java.lang.UnsupportedOperationException"],
    ['$m.computeIfAbsent("z", null)', "java.lang.NullPointerException"],
    ["$l[-4]", "java.lang.IndexOutOfBoundsException"],
    ["$l.toArray(null)", "java.lang.NullPointerException"],
  ])("%s throws as in Java", (template, javaClass) => {
    expect(() => new Printer(template).print()).toThrow(expect.objectContaining({ javaClass }));
  });
});
