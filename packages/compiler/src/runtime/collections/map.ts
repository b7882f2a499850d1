import type { JavaMap, Value } from "../value.js";
import { work } from "../work.js";
import { HashedEntries, isPrimitiveKey, javaKey, type PrimitiveKey } from "./hashed-entries.js";

/**
 * `java.util.LinkedHashMap` as a plain JS object.
 *
 * Own string keys of the object are the entries as long as JS keeps them in insertion order; the first key that an
 * object cannot hold faithfully (`"10"` would be moved to the front, `__proto__` is no ordinary key, `1` and `null`
 * are no strings) moves all entries into `HashedEntries`, after which the object has no own string keys.
 * So a direct read `map.name` that is not `undefined` is right, provided that `name` is not on `Object.prototype`.
 */

/** What an object cannot say about itself; absent until somebody changes or measures the map. */
interface MapState {
  size: number;
  /** Java's `modCount`: structural changes so far. */
  modCount: number;
  entries: HashedEntries | undefined;
}

const STATE = Symbol("map state");

/** Work of listing a key: a large object is a hash table for JS engines too. */
const KEY = 4;

interface MutableMap {
  [key: string]: Value;
  [STATE]?: MapState;
}

/** `$context` and the maps below it: ordinary maps, except that the service prints them as nothing. */
export class ContextMap implements JavaMap {
  readonly [key: string]: Value;
}

export function isContextMap(value: Value): value is ContextMap {
  return value instanceof ContextMap;
}

export function newMap(): JavaMap {
  return {};
}

/** Whether a JS object keeps this key, and in insertion order: array indices come first in JS whenever they were added. */
export function isPlainKey(key: Value): key is string {
  if (typeof key !== "string") return false;
  const first = key.charCodeAt(0);
  if (first > 0x39) return first !== 0x5f || key !== "__proto__";
  return !/^\d{1,10}$/.test(key);
}

/** `undefined` when the map has no such key. */
export function mapGet(map: JavaMap, key: Value): Value | undefined {
  if (typeof key === "string") {
    const value: unknown = map[key];
    // What Object.prototype has are functions, which are no Java values, and the accessor `__proto__`.
    if (value !== undefined && typeof value !== "function" && key !== "__proto__") return value as Value;
  }
  const entries = (map as MutableMap)[STATE]?.entries;
  if (entries !== undefined) return entries.get(entries.storedKey(key)!);
  return key === "__proto__" && Object.hasOwn(map, key) ? map[key] : undefined;
}

export function mapHas(map: JavaMap, key: Value): boolean {
  return mapGet(map, key) !== undefined;
}

/** Returns the previous value, `undefined` when there was none. A new key goes to the end; a known one keeps its place. */
export function mapPut(map: JavaMap, key: Value, value: Value): Value | undefined {
  if (isPrimitiveKey(key)) return mapPutPrimitive(map, key, value);
  const previous = mapGet(map, key);
  hashedEntriesOf(map as MutableMap).setContent(key, value);
  if (previous === undefined) countEntry(map as MutableMap);
  return previous;
}

/** `mapPut` of a key that is no object. */
export function mapPutPrimitive(map: JavaMap, key: PrimitiveKey, value: Value): Value | undefined {
  const target = map as MutableMap;
  const previous = mapGet(map, key);
  if (previous === undefined) countEntry(target);
  if (target[STATE]?.entries === undefined && isPlainKey(key)) target[key] = value;
  else hashedEntriesOf(target).set(key, value);
  return previous;
}

function countEntry(map: MutableMap): void {
  const state = stateOf(map);
  state.size++;
  state.modCount++;
}

/** `mapPut` for a map that is being built and that nobody has measured or walked yet: it saves the bookkeeping. */
export function mapFill(map: JavaMap, key: PrimitiveKey, value: Value): void {
  const target = map as MutableMap;
  if (target[STATE] === undefined && isPlainKey(key)) target[key] = value;
  else mapPutPrimitive(map, key, value);
}

/** Returns the removed value, `undefined` when there was none. */
export function mapRemove(map: JavaMap, key: Value): Value | undefined {
  const previous = mapGet(map, key);
  if (previous === undefined) return undefined;
  const target = map as MutableMap;
  const state = stateOf(target);
  if (state.entries !== undefined) state.entries.remove(key);
  else delete target[key as string];
  state.size--;
  state.modCount++;
  return previous;
}

export function mapClear(map: JavaMap): void {
  const target = map as MutableMap;
  const state = stateOf(target);
  if (state.entries !== undefined) state.entries.removeAll();
  else for (const key of Object.keys(target)) delete target[key];
  state.size = 0;
  state.modCount++;
}

export function mapSize(map: JavaMap): number {
  return stateOf(map as MutableMap).size;
}

/** A snapshot, in Java's order. */
export function mapKeys(map: JavaMap): Value[] {
  const entries = (map as MutableMap)[STATE]?.entries;
  const keys = entries === undefined ? Object.keys(map) : Array.from(entries.keys(), javaKey);
  work(KEY * keys.length);
  return keys;
}

/** A snapshot, in Java's order. */
export function mapValues(map: JavaMap): Value[] {
  const entries = (map as MutableMap)[STATE]?.entries;
  const values = entries === undefined ? Object.values(map) : [...entries.values()];
  work(KEY * values.length);
  return values;
}

/** A snapshot, in Java's order. */
export function mapEntries(map: JavaMap): Iterable<[Value, Value]> {
  const entries = (map as MutableMap)[STATE]?.entries;
  if (entries !== undefined) {
    work(KEY * mapSize(map));
    return Array.from(entries, ([key, value]) => [javaKey(key), value]);
  }
  const all = Object.entries(map);
  work(KEY * all.length);
  return all;
}

/** Java's `modCount`: an iterator compares it to find out that the map was changed under it. */
export function mapModCount(map: JavaMap): number {
  return (map as MutableMap)[STATE]?.modCount ?? 0;
}

function stateOf(map: MutableMap): MapState {
  map[STATE] ??= { size: Object.keys(map).length, modCount: 0, entries: undefined };
  return map[STATE];
}

/** Moves the entries out of the object unless that has been done. */
function hashedEntriesOf(map: MutableMap): HashedEntries {
  const state = stateOf(map);
  if (state.entries === undefined) {
    const entries = new HashedEntries();
    for (const key of Object.keys(map)) {
      entries.set(key, map[key] as Value);
      delete map[key];
    }
    state.entries = entries;
  }
  return state.entries;
}
