import { describe, expect, it } from "vitest";
import { invokeMethod } from "../classes/method-lookup.js";
import { listModCount } from "../collections/list-changes.js";
import { mapPut, newMap } from "../collections/map.js";
import { print } from "../object/print.js";
import { arrayListOf, type JavaMap, type Value } from "../value.js";
import { iterate } from "./iterate.js";
import { nextItem } from "./loop.js";

/** `#foreach($x in value)$x#if($foreach.index == at)<change>#end#if($foreach.hasNext),#end#end` */
function loop(value: Value, at = -1, change: () => void = () => undefined): string {
  const walked = iterate(value);
  if (walked === undefined) return "no loop";
  let text = "";
  let index = 0;
  const round = (item: Value, hasNext: boolean) => {
    text += print(item);
    if (index++ === at) change();
    if (hasNext) text += ",";
  };
  if (!Array.isArray(walked)) {
    while (walked.hasNext()) {
      const item = walked.next();
      round(item, walked.hasNext());
    }
    return text;
  }
  const modCount = listModCount(walked);
  for (let i = 0; i !== walked.length; ) {
    const item = nextItem(walked, i++, modCount);
    round(item, i !== walked.length);
  }
  return text;
}

function call(target: Value, name: string, ...args: Value[]): Value {
  const result = invokeMethod(target, name, args);
  if (typeof result === "symbol") throw new Error(`no method ${name}`);
  return result;
}

const list = () => arrayListOf([3, 1, 2]);

function mapOf(keys: readonly Value[]): JavaMap {
  const map = newMap();
  for (const [index, key] of keys.entries()) mapPut(map, key, index);
  return map;
}

const CONCURRENT = expect.objectContaining({ javaClass: "java.util.ConcurrentModificationException" });

describe("#foreach walks", () => {
  it("lists, iterators, collections and arrays", () => {
    expect(loop([1, "a"])).toBe("1,a");
    expect(loop(list())).toBe("3,1,2");
    expect(loop(call(list(), "iterator"))).toBe("3,1,2");
    expect(loop(call(list(), "subList", 1, 3))).toBe("1,2");
    expect(loop(call(list(), "toArray"))).toBe("3,1,2");
  });

  it("the values of a map, its keys and its entries", () => {
    const map = mapOf(["b", "10", "a"]);
    expect(loop(map)).toBe("0,1,2");
    expect(loop(call(map, "keySet"))).toBe("b,10,a");
    expect(loop(call(map, "entrySet"))).toBe("b=0,10=1,a=2");
  });

  it.each([[null], ["text"], [5], [true], [0.5], [5n]])("%s not at all", (value) => {
    expect(loop(value)).toBe("no loop");
  });
});

describe("a list that is changed in the loop", () => {
  it("fails in the next round, also when the change comes in the last one and adds", () => {
    for (const at of [0, 1, 2]) {
      const changed = list();
      expect(() => loop(changed, at, () => call(changed, "add", 9))).toThrow(CONCURRENT);
    }
  });

  it("ends quietly when the size has become the index", () => {
    const changed = list();
    expect(loop(changed, 1, () => call(changed, "remove", 0))).toBe("3,1,");
  });

  it("fails even when its size is the same in the end", () => {
    const changed = list();
    const swap = () => {
      call(changed, "remove", 0);
      call(changed, "add", 9);
    };
    expect(() => loop(changed, 0, swap)).toThrow(CONCURRENT);
    expect(() => loop(changed, 0, () => call(changed, "sort", null))).toThrow(CONCURRENT);
  });

  it("goes on when an element is replaced", () => {
    const changed = list();
    expect(loop(changed, 0, () => call(changed, "set", 1, "new"))).toBe("3,new,2");
  });
});

describe("a map that is changed in the loop", () => {
  it("fails unless the change comes in the last round", () => {
    for (const keys of [
      ["a", "b"],
      ["7", 1],
    ]) {
      const first = mapOf(keys);
      expect(() => loop(first, 0, () => mapPut(first, "new", 1))).toThrow(CONCURRENT);
      const last = mapOf(keys);
      expect(loop(last, 1, () => mapPut(last, "new", 1))).toBe("0,1");
    }
  });

  it("shows values that are put meanwhile", () => {
    const map = mapOf(["a", "b"]);
    expect(loop(map, 0, () => mapPut(map, "b", "new"))).toBe("0,new");
  });

  it("may lose entries through the iterator itself", () => {
    const map = mapOf(["a", "b", "c"]);
    const iterator = call(call(map, "keySet"), "iterator");
    expect(loop(iterator, 1, () => call(iterator, "remove"))).toBe("a,b,c");
    expect(print(map)).toBe("{a=0, c=2}");
  });
});
