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
  if (text.includes("\x7f")) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    const bounds = new ExactBounds();
    return bounds.hold(value, 0) && hasExactNumbers(text, bounds) ? (value as Value) : undefined;
  } catch {
    return undefined;
  }
}

function hasExactNumbers(text: string, { hasNumbers, largestInteger }: ExactBounds): boolean {
  if (!hasNumbers) return true;
  return !INEXACT_NUMBER.test(text) && !(largestInteger >= SURE_INTEGER && LARGE_FLOAT.test(text));
}

type Entries = Readonly<Record<string, unknown>>;

class ExactBounds {
  hasNumbers = false;
  /** Of the integers so far, without their signs; small ones need not be in it. */
  largestInteger = 0;

  /** Whether all numbers, keys and the depth are such that the parsed tree is a tree of Java values as it is. */
  hold(value: unknown, depth: number): boolean {
    if (typeof value === "number") return this.#holdNumber(value);
    if (typeof value !== "object" || value === null) return true;
    if (depth === MAX_DEPTH) return false;
    return Array.isArray(value) ? this.#holdItems(value, depth + 1) : this.#holdEntries(value as Entries, depth + 1);
  }

  #holdItems(items: readonly unknown[], depth: number): boolean {
    for (let i = 0; i < items.length; i++) {
      if (!this.#isSure(items[i]) && !this.hold(items[i], depth)) return false;
    }
    return true;
  }

  #holdEntries(entries: Entries, depth: number): boolean {
    // Nothing is inherited: the prototype of what JSON.parse makes has no enumerable properties.
    for (const key in entries) {
      if (!isPlainKey(key)) return false;
      const value = entries[key];
      if (!this.#isSure(value) && !this.hold(value, depth)) return false;
    }
    return true;
  }

  /** Most values are texts and small integers, which are not worth a call: V8 takes this into the loops. */
  #isSure(value: unknown): boolean {
    if (typeof value === "string") return true;
    if (typeof value !== "number") return false;
    this.hasNumbers = true;
    return value > 0 && value < SURE_INTEGER && (value | 0) === value;
  }

  #holdNumber(value: number): boolean {
    const size = Math.abs(value);
    if (!Number.isInteger(value)) return size < EXACT_FRACTION;
    if (size > this.largestInteger) this.largestInteger = size;
    return size < EXACT_INTEGER && !Object.is(value, -0);
  }
}
