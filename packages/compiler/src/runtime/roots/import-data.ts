import { ContextMap, mapFill, newMap } from "../collections/map.js";
import { double, integer } from "../number/index.js";
import { arrayListOf, isMap, type JavaMap, JavaObject, type Value } from "../value.js";
import { type Copying, copyData } from "./copy-data.js";

/**
 * A deep copy of JSON-like data as Java values, so that a template changes nothing of the caller's. Lists become
 * `ArrayList`. What JSON has no form for becomes null.
 */
export function importData(data: unknown): Value {
  return copyData(data, asValues);
}

/** The same, but every map is one that prints as nothing. */
export function importContextData(data: unknown): Value {
  return copyData(data, asContext);
}

/** The copy of an object's own members; of anything else an empty map. */
export function importMap(data: unknown): JavaMap {
  const copy = importData(data);
  return isMap(copy) ? copy : newMap();
}

/** The same, but every map is one that prints as nothing. */
export function importContextMap(data: unknown): JavaMap {
  const copy = importContextData(data);
  return isMap(copy) ? copy : new ContextMap();
}

const filled = (map: JavaMap, entries: [string, Value][]): JavaMap => {
  for (const [key, value] of entries) mapFill(map, key, value);
  return map;
};

const asValues: Copying<Value> = {
  copyNumber: importNumber,
  copyList: arrayListOf,
  copyMap: (entries) => filled(newMap(), entries),
};

const asContext: Copying<Value> = { ...asValues, copyMap: (entries) => filled(new ContextMap(), entries) };

function importNumber(data: number | bigint | JavaObject): Value {
  // Java values cannot change.
  if (data instanceof JavaObject) return data;
  if (typeof data === "bigint") return integer(data);
  if (Number.isSafeInteger(data)) return data + 0;
  return Number.isInteger(data) && Math.abs(data) < 2 ** 63 ? integer(BigInt(data)) : double(data);
}
