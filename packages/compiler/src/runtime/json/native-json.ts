import { isPlainKey } from "../collections/map.js";
import type { Value } from "../value.js";
import { MAX_DEPTH } from "./permissive-parser.js";

/**
 * Number tokens, which always stand before `,`, `]` or `}`, that `JSON.parse` would make something else of, without a
 * trace in its result: floats of an integral value (`1.0` is a Double, `1` an Integer), and long fractions, which may
 * be BigDecimals. A match inside a string is a false alarm and costs only time.
 */
const INEXACT_NUMBER = /\d(?:\.(?:0+|\d{10,})|[eE][+-]?\d+)\s*[,\]}]/;
/** With 9 digits of fraction that is 15 digits: a double tells them apart, and the token is too short for a BigDecimal. */
const EXACT_FRACTION = 1e6;
const EXACT_INTEGER = 1e15;

/** What `JSON.parse` makes of strict JSON, if that is exactly what json-smart does; undefined means: not known. */
export function parseNatively(text: string): Value | undefined {
  const first = text.charCodeAt(0);
  if (first !== 0x7b && first !== 0x5b) return undefined;
  // json-smart drops U+007F from strings with an escape.
  if (text.includes("\x7f") || INEXACT_NUMBER.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isExact(value, 0) ? (value as Value) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether all numbers, keys and the depth are such that the parsed tree is a tree of Java values as it is. */
function isExact(value: unknown, depth: number): boolean {
  if (typeof value === "number") {
    const bound = Number.isInteger(value) ? EXACT_INTEGER : EXACT_FRACTION;
    return value < bound && value > -bound && !Object.is(value, -0);
  }
  if (typeof value !== "object" || value === null) return true;
  if (depth === MAX_DEPTH) return false;
  if (Array.isArray(value)) {
    for (const item of value) if (!isExact(item, depth + 1)) return false;
    return true;
  }
  // Nothing is inherited: the prototype of what JSON.parse makes has no enumerable properties.
  for (const key in value) {
    if (!isPlainKey(key) || !isExact((value as { [key: string]: unknown })[key], depth + 1)) return false;
  }
  return true;
}
