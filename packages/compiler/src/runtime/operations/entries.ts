import { mapGet, mapPutPrimitive } from "../collections/map.js";
import { isMap, type Value } from "../value.js";

/** `$value.name` where no class has a property of that name: the entry of a map, null of anything else. */
export function entryOf(value: Value, name: string): Value {
  return isMap(value) ? (mapGet(value, name) ?? null) : null;
}

/** `#set($target.name = value)` of such a name. */
export function assignEntry(target: Value, name: string, value: Value): void {
  if (isMap(target)) mapPutPrimitive(target, name, value);
}
