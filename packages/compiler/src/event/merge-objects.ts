import { isPlainObject, type PlainObject } from "../plain-object.js";

const MAX_DEPTH = 64;

/** Objects are merged key by key; anything else of `over` replaces what `base` has. Key order: `base` first. */
export function mergeObjects(base: PlainObject, over: PlainObject, depth = 0): PlainObject {
  const merged = new Map(Object.entries(base));
  for (const [key, value] of Object.entries(over)) {
    const old = merged.get(key);
    const both = depth < MAX_DEPTH && isPlainObject(old) && isPlainObject(value);
    merged.set(key, both ? mergeObjects(old, value, depth + 1) : value);
  }
  return Object.fromEntries(merged);
}
