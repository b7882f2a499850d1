import { getIndex, setIndex } from "../classes/element.js";
import { invokeMethod, NO_SUCH_METHOD } from "../classes/method-lookup.js";
import { getProperty, setProperty } from "../classes/property.js";
import { mapGet } from "../collections/map.js";
import { isMap, JavaArray, type Value } from "../value.js";
import { work } from "../work.js";
import type { RenderState } from "./render-state.js";

/**
 * Steps of a reference as the generated code takes them: null in, null out, and null for what does not exist.
 * What null means is the caller's business: the empty string in the service, "print the source" in Velocity.
 */

export function property(target: Value, name: string): Value {
  return target === null ? null : (getProperty(target, name) ?? null);
}

/** What a call costs in any case: it may leave an object behind. */
const CALL = 16;

const constantTime = new Set(["get", "isEmpty", "iterator", "listIterator", "set", "size", "subList"]);

/** Other methods may look at all of a string or list. */
export function workOfCall(target: NonNullable<Value>, name: string, args: readonly Value[]): number {
  if (typeof target === "string") return CALL + (target.length >> 3);
  if (!Array.isArray(target) || constantTime.has(name) || (name === "add" && args.length === 1)) return CALL;
  return CALL + (target.length >> 1);
}

export function call(state: RenderState, target: Value, name: string, args: readonly Value[]): Value {
  if (target === null) return null;
  work(workOfCall(target, name, args));
  const size = Array.isArray(target) ? target.length : 0;
  const result = invokeMethod(target, name, args);
  if (result === NO_SUCH_METHOD) return null;
  workOfResult(state, result);
  if (Array.isArray(target)) {
    state.checkLength(target.length);
    if (target.length > size) work(target.length - size);
  }
  return result;
}

/** A method can make a string or list far larger than its arguments. */
export function workOfResult(state: RenderState, result: Value): void {
  if (typeof result === "string") {
    state.checkLength(result.length);
    work(result.length >> 2);
  } else if (result instanceof JavaArray) work(4 * result.length);
}

/** `get(key)`, which is mostly asked of maps. */
export function getOf(state: RenderState, target: Value, key: Value): Value {
  if (target !== null && isMap(target)) return mapGet(target, key) ?? null;
  return call(state, target, "get", [key]);
}

/** `size()`. */
export function sizeOf(target: Value): Value {
  return Array.isArray(target) ? target.length : orNull(invokeMethod(target, "size", []));
}

/** `length()`. */
export function lengthOf(target: Value): Value {
  return typeof target === "string" ? target.length : orNull(invokeMethod(target, "length", []));
}

function orNull(result: ReturnType<typeof invokeMethod>): Value {
  return result === NO_SUCH_METHOD ? null : result;
}

export function indexed(target: Value, index: Value): Value {
  return target === null ? null : (getIndex(target, index) ?? null);
}

export function assignProperty(target: Value, name: string, value: Value): void {
  if (target !== null) setProperty(target, name, value);
}

export function assignIndex(target: Value, index: Value, value: Value): void {
  if (target !== null) setIndex(target, index, value);
}

/** The service's rule for every reference without a value. */
export function orEmpty(value: Value | undefined): Value {
  return value === null || value === undefined ? "" : value;
}
