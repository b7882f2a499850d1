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

/** What a value has in it, as bits: any numbers, integers from `SURE_INTEGER` on, or what is no Java value as it is. */
const NUMBERS = 1;
const LARGE_INTEGERS = 2;
const FOREIGN = 4;

/** What `JSON.parse` makes of strict JSON, if that is exactly what json-smart does; undefined means: not known. */
export function parseNatively(text: string): Value | undefined {
  const first = text.charCodeAt(0);
  if (first !== 0x7b && first !== 0x5b) return undefined;
  // json-smart drops U+007F from strings with an escape.
  if (text.includes("\x7f")) return undefined;
  try {
    const value = JSON.parse(text);
    return isExact(contentsOf(value, 1), text) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isExact(contents: number, text: string): boolean {
  if (contents === 0 || contents >= FOREIGN) return contents === 0;
  return !INEXACT_NUMBER.test(text) && (contents < LARGE_INTEGERS || !LARGE_FLOAT.test(text));
}

/** Of all numbers, keys and levels of an array or object. */
function contentsOf(container: object, depth: number): number {
  if (depth > MAX_DEPTH) return FOREIGN;
  let contents = 0;
  if (Array.isArray(container)) {
    for (let i = 0; i < container.length; i++) contents |= contentOf(container[i], depth);
    return contents;
  }
  // Nothing is inherited: the prototype of what JSON.parse makes has no enumerable properties.
  for (const key in container) {
    contents |= isPlainKey(key) ? contentOf((container as Entries)[key], depth) : FOREIGN;
  }
  return contents;
}

/** Most values are texts and small integers, which are not worth a call: V8 takes this into the loops. */
function contentOf(value: unknown, depth: number): number {
  if (typeof value === "string") return 0;
  if (typeof value === "number")
    return value > 0 && value < SURE_INTEGER && (value | 0) === value ? NUMBERS : contentOfNumber(value);
  return typeof value === "object" && value !== null ? contentsOf(value, depth + 1) : 0;
}

function contentOfNumber(value: number): number {
  const size = Math.abs(value);
  if (!Number.isInteger(value)) return size < EXACT_FRACTION ? NUMBERS : FOREIGN;
  if (size >= EXACT_INTEGER || Object.is(value, -0)) return FOREIGN;
  return size >= SURE_INTEGER ? NUMBERS | LARGE_INTEGERS : NUMBERS;
}

type Entries = Readonly<Record<string, unknown>>;
