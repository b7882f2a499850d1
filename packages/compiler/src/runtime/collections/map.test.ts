import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { javaEquals } from "../object/equals.js";
import { print } from "../object/print.js";
import { arrayListOf, type JavaMap, type Value } from "../value.js";
import {
  ContextMap,
  isContextMap,
  mapClear,
  mapEntries,
  mapGet,
  mapHas,
  mapKeys,
  mapModCount,
  mapPut,
  mapRemove,
  mapSize,
  mapValues,
  newMap,
} from "./map.js";

function mapOf(...entries: [Value, Value][]): JavaMap {
  const map = newMap();
  for (const [key, value] of entries) mapPut(map, key, value);
  return map;
}

describe("a LinkedHashMap", () => {
  it("keeps the order in which keys were added", () => {
    expect(mapKeys(mapOf(["b", 1], ["a", 2], ["c", 3]))).toEqual(["b", "a", "c"]);
  });

  it("keeps the place of a key that is put again, and gives the previous value", () => {
    const map = mapOf(["a", 1], ["b", 2]);
    expect(mapPut(map, "a", 3)).toBe(1);
    expect([...mapEntries(map)]).toEqual([
      ["a", 3],
      ["b", 2],
    ]);
  });

  it("moves a key to the end that is removed and put again", () => {
    const map = mapOf(["a", 1], ["b", 2]);
    expect(mapRemove(map, "a")).toBe(1);
    expect(mapPut(map, "a", 3)).toBeUndefined();
    expect(mapKeys(map)).toEqual(["b", "a"]);
  });

  it("keeps the order of keys that JavaScript would move to the front", () => {
    expect(mapKeys(mapOf(["b", 1], ["10", 2], ["a", 3], ["2", 4]))).toEqual(["b", "10", "a", "2"]);
  });

  it("tells Integer, Long, String and null keys apart", () => {
    const map = mapOf([1, "Integer"], [1n, "Long"], ["1", "String"], [null, "null"], [true, "Boolean"]);
    expect(mapSize(map)).toBe(5);
    expect([1, 1n, "1", null, true].map((key) => mapGet(map, key))).toEqual([
      "Integer",
      "Long",
      "String",
      "null",
      "Boolean",
    ]);
    expect(mapGet(map, "null")).toBeUndefined();
  });

  it("finds lists and maps by content", () => {
    const map = mapOf([arrayListOf([1, "a"]), "list"], [mapOf(["k", 1]), "map"]);
    expect(mapGet(map, [1, "a"])).toBe("list");
    expect(mapGet(map, mapOf(["k", 1]))).toBe("map");
    expect(mapRemove(map, arrayListOf([1, "a"]))).toBe("list");
    expect(mapKeys(map)).toHaveLength(1);
  });

  it.each(["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"])(
    "takes %s for an ordinary key",
    (key) => {
      const map = newMap();
      expect(mapGet(map, key)).toBeUndefined();
      expect(mapHas(map, key)).toBe(false);
      mapPut(map, key, "own");
      expect(mapGet(map, key)).toBe("own");
      expect(mapKeys(map)).toEqual([key]);
      expect(mapRemove(map, key)).toBe("own");
      expect(mapGet(map, key)).toBeUndefined();
      expect(Object.getPrototypeOf(newMap())).toBe(Object.prototype);
      expect({}).not.toHaveProperty("own");
    },
  );

  it("is what JSON.parse gives", () => {
    const map = JSON.parse('{"a":1,"__proto__":{"b":2},"c":null}') as JavaMap;
    expect(mapSize(map)).toBe(3);
    expect(print(mapGet(map, "__proto__") ?? "missing")).toBe("{b=2}");
    expect(mapGet(map, "b")).toBeUndefined();
    expect(mapGet(map, "c")).toBeNull();
    mapPut(map, "7", "seven");
    expect(mapKeys(map)).toEqual(["a", "__proto__", "c", "7"]);
  });

  it("has no own string keys once it holds a key that an object cannot", () => {
    const map = mapOf(["a", 1]);
    expect(map.a).toBe(1);
    mapPut(map, 1, 2);
    expect(map.a).toBeUndefined();
    expect(Object.keys(map)).toEqual([]);
    expect(mapGet(map, "a")).toBe(1);
  });

  it("holds null as a value, which is not the same as having no value", () => {
    const map = mapOf(["a", null]);
    expect(mapHas(map, "a")).toBe(true);
    expect(mapGet(map, "a")).toBeNull();
    expect(mapGet(map, "b")).toBeUndefined();
  });

  it("counts structural changes only", () => {
    const map = mapOf(["a", 1]);
    const before = mapModCount(map);
    mapPut(map, "a", 2);
    mapRemove(map, "b");
    expect(mapModCount(map)).toBe(before);
    mapPut(map, "b", 2);
    mapRemove(map, "a");
    mapClear(map);
    expect(mapModCount(map)).toBe(before + 3);
  });

  it("of $context is a map like any other", () => {
    const map = new ContextMap();
    expect(mapGet(map, "constructor")).toBeUndefined();
    mapPut(map, "a", 1);
    expect(mapKeys(map)).toEqual(["a"]);
    expect(isContextMap(map)).toBe(true);
    expect(isContextMap(newMap())).toBe(false);
  });
});

/** The specification: entries in a list, found by `equals`. */
class ModelMap {
  readonly entries: [Value, Value][] = [];

  put(key: Value, value: Value): Value | undefined {
    const entry = this.entries.find(([other]) => javaEquals(key, other));
    if (entry === undefined) {
      this.entries.push([key, value]);
      return undefined;
    }
    const previous = entry[1];
    entry[1] = value;
    return previous;
  }

  remove(key: Value): Value | undefined {
    const index = this.entries.findIndex(([other]) => javaEquals(key, other));
    return index < 0 ? undefined : this.entries.splice(index, 1)[0]?.[1];
  }
}

describe("any sequence of changes", () => {
  const keys = fc.constantFrom<Value>(
    "a",
    "b",
    "10",
    "9",
    "01",
    "__proto__",
    "constructor",
    "",
    1,
    10,
    1n,
    0.5,
    null,
    true,
  );
  const lists = fc.array(fc.constantFrom<Value>(1, "1", null), { maxLength: 2 }).map((items) => arrayListOf(items));
  const changes = fc.tuple(
    fc.constantFrom("put", "put", "put", "put", "remove", "remove", "clear"),
    fc.oneof({ weight: 4, arbitrary: keys }, lists),
    fc.nat(),
  );

  it("leaves what a list of entries would hold", () => {
    fc.assert(
      fc.property(fc.array(changes, { maxLength: 30 }), (sequence) => {
        const map = newMap();
        const model = new ModelMap();
        for (const [change, key, value] of sequence) {
          if (change === "put") expect(mapPut(map, key, value)).toBe(model.put(key, value));
          else if (change === "remove") expect(mapRemove(map, key)).toBe(model.remove(key));
          else {
            mapClear(map);
            model.entries.length = 0;
          }
          expect([...mapEntries(map)]).toEqual(model.entries);
          expect(mapSize(map)).toBe(model.entries.length);
        }
        expect(mapKeys(map)).toEqual(model.entries.map(([key]) => key));
        expect(mapValues(map)).toEqual(model.entries.map(([, value]) => value));
      }),
    );
  });
});
