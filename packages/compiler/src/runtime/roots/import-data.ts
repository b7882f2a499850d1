import { ContextMap, mapFill, newMap } from "../collections/map.js";
import { double, JavaBigInteger, long } from "../number/index.js";
import { enterNested, leaveNested } from "../object/nesting.js";
import { arrayListOf, type JavaMap, JavaObject, type Value } from "../value.js";

/**
 * A deep copy of JSON-like data as Java values, so that a template changes nothing of the caller's. Lists become
 * `ArrayList`. `asContext` makes every map one that prints as nothing. What JSON has no form for becomes null.
 */
export function importData(data: unknown, asContext = false): Value {
  switch (typeof data) {
    case "string":
    case "boolean":
      return data;
    case "number":
      return importNumber(data);
    case "bigint":
      return importInteger(data);
    case "object":
      return data === null ? null : importObject(data, asContext);
    default:
      return null;
  }
}

/** The copy of an object's own members; of anything else an empty map. */
export function importMap(data: unknown, asContext = false): JavaMap {
  const map = asContext ? new ContextMap() : newMap();
  if (typeof data !== "object" || data === null || Array.isArray(data)) return map;
  enterNested();
  try {
    for (const [key, value] of Object.entries(data as Readonly<Record<string, unknown>>)) {
      if (value !== undefined) mapFill(map, key, importData(value, asContext));
    }
  } finally {
    leaveNested();
  }
  return map;
}

function importObject(data: object, asContext: boolean): Value {
  // Numbers that JavaScript has no form for, from `parseEvent`; they cannot change.
  if (data instanceof JavaObject) return data;
  if (!Array.isArray(data)) return importMap(data, asContext);
  enterNested();
  try {
    return arrayListOf(data.map((item) => importData(item, asContext)));
  } finally {
    leaveNested();
  }
}

function importNumber(data: number): Value {
  if (Number.isSafeInteger(data)) return data + 0;
  return Number.isInteger(data) && Math.abs(data) < 2 ** 63 ? importInteger(BigInt(data)) : double(data);
}

function importInteger(data: bigint): Value {
  return BigInt.asIntN(64, data) === data ? long(data) : new JavaBigInteger(data);
}
