import { JavaCollection } from "../collections/collection.js";
import { mapEntries, mapGet, mapSize } from "../collections/map.js";
import { isList, JavaArray, type JavaMap, JavaObject, type Value } from "../value.js";
import { work } from "../work.js";
import { enterNested, leaveNested } from "./nesting.js";

/** Java's `Objects.equals`: by content for lists, sets and maps, `1` and `1L` differ, arrays are equal only to themselves. */
export function javaEquals(left: Value, right: Value): boolean {
  if (left === right) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
  enterNested();
  try {
    const items = listItems(left);
    if (items !== undefined) return sameItems(items, listItems(right));
    if (left instanceof JavaCollection && left.kind === "set") return sameMembers(left, right);
    if (left instanceof JavaObject) return left.equals(right);
    if (isList(left) || isList(right) || right instanceof JavaObject) return false;
    return sameEntries(left, right);
  } finally {
    leaveNested();
  }
}

/** The items of a `java.util.List`; an array is none. */
function listItems(value: Value): readonly Value[] | undefined {
  if (isList(value)) return value instanceof JavaArray ? undefined : value;
  return value instanceof JavaCollection && value.kind === "list" ? value.items() : undefined;
}

function sameItems(left: readonly Value[], right: readonly Value[] | undefined): boolean {
  if (left.length !== right?.length) return false;
  work(left.length);
  return left.every((item, index) => javaEquals(item, right[index] as Value));
}

function sameMembers(left: JavaCollection, right: Value): boolean {
  if (!(right instanceof JavaCollection) || right.kind !== "set" || left.size() !== right.size()) return false;
  return right.items().every((item) => left.contains(item));
}

function sameEntries(left: JavaMap, right: JavaMap): boolean {
  if (mapSize(left) !== mapSize(right)) return false;
  for (const [key, value] of mapEntries(left)) {
    const other = mapGet(right, key);
    if (other === undefined || !javaEquals(value, other)) return false;
  }
  return true;
}
