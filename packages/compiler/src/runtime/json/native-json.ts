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

/** From here on a fraction of 9 digits can be lost in the rounding, so that an integer may have been a float. */
const SURE_INTEGER = 2 ** 24;
const LARGE_FLOAT = /(?<=\d{8})\.\d+\s*[,\]}]/;
const EXACT_INTEGER = 1e15;

/** What `JSON.parse` makes of strict JSON, if that is exactly what json-smart does; undefined means: not known. */
export function parseNatively(text: string): Value | undefined {
  const first = text.charCodeAt(0);
  if (first !== 0x7b && first !== 0x5b) return undefined;
  // json-smart drops U+007F from strings with an escape.
  if (text.includes("\x7f") || INEXACT_NUMBER.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    const bounds = new ExactBounds();
    if (!bounds.hold(value, 0)) return undefined;
    return bounds.largestInteger >= SURE_INTEGER && LARGE_FLOAT.test(text) ? undefined : (value as Value);
  } catch {
    return undefined;
  }
}

class ExactBounds {
  /** Of the integers so far, without their signs. */
  largestInteger = 0;

  /** Whether all numbers, keys and the depth are such that the parsed tree is a tree of Java values as it is. */
  hold(value: unknown, depth: number): boolean {
    if (typeof value === "number") return this.#holdNumber(value);
    if (typeof value !== "object" || value === null) return true;
    if (depth === MAX_DEPTH) return false;
    if (Array.isArray(value)) {
      for (const item of value) if (!this.hold(item, depth + 1)) return false;
      return true;
    }
    // Nothing is inherited: the prototype of what JSON.parse makes has no enumerable properties.
    for (const key in value) {
      if (!isPlainKey(key) || !this.hold((value as { [key: string]: unknown })[key], depth + 1)) return false;
    }
    return true;
  }

  #holdNumber(value: number): boolean {
    const size = Math.abs(value);
    if (!Number.isInteger(value)) return size < EXACT_FRACTION;
    if (size > this.largestInteger) this.largestInteger = size;
    return size < EXACT_INTEGER && !Object.is(value, -0);
  }
}
