import { mapGet, mapPut } from "../collections/map.js";
import { MapEntry } from "../collections/map-entry.js";
import { javaClassOf } from "../object/java-class.js";
import { isMap, JavaArray, type Value } from "../value.js";
import { callMethod, findMethod } from "./method-lookup.js";

/**
 * `$target.name`: the getter `getName()`, a map's entry, `get("name")`, then `isName()`, as Velocity 1.7 tries them.
 * `undefined` when there is no such property, null when its value is null or a map has no such key.
 */
export function getProperty(target: Value, name: string): Value | undefined {
  // Neither a map nor an array has a getter but getClass; arrays are wrapped for method calls only.
  const isClass = name === "class" || name === "Class";
  if (isMap(target)) return isClass ? javaClassOf(target) : (mapGet(target, name) ?? null);
  if (target instanceof JavaArray) return isClass ? javaClassOf(target) : undefined;
  if (target instanceof MapEntry) {
    if (name === "key") return target.key;
    if (name === "value") return target.value;
  }
  return getByMethod(target, name);
}

/** `#set($target.name = value)`: `setName(value)`, a map's entry, then `put("name", value)`; false when there is none. */
export function setProperty(target: Value, name: string, value: Value): boolean {
  if (isMap(target)) {
    mapPut(target, name, value);
    return true;
  }
  if (target instanceof JavaArray) return false;
  const setter = findAccessor(target, "set", name, [value]);
  if (setter !== undefined) {
    callMethod(setter, target, [value]);
    return true;
  }
  const put = findMethod(target, "put", [name, value]);
  if (put !== undefined) callMethod(put, target, [name, value]);
  return put !== undefined;
}

function getByMethod(target: Value, name: string): Value | undefined {
  const getter = findAccessor(target, "get", name, []);
  if (getter !== undefined) return callMethod(getter, target, []);
  const get = findMethod(target, "get", [name]);
  if (get !== undefined) return callMethod(get, target, [name]);
  const test = findAccessor(target, "is", name, []);
  return test && callMethod(test, target, []);
}

const PREFIXES = ["get", "set", "is"] as const;
type Prefix = (typeof PREFIXES)[number];

/** The names of all methods that reading or setting a property may call. */
export function accessorNames(property: string): string[] {
  return PREFIXES.flatMap((prefix) => [prefix + property, prefix + swapFirstCase(property)]);
}

/** The accessor as it is written, then with the first letter of the name in the other case. */
function findAccessor(target: Value, prefix: Prefix, name: string, args: readonly Value[]) {
  return findMethod(target, prefix + name, args) ?? findMethod(target, prefix + swapFirstCase(name), args);
}

function swapFirstCase(name: string): string {
  const first = name.charAt(0);
  const upper = first.toUpperCase();
  return (first === upper ? first.toLowerCase() : upper) + name.slice(1);
}
