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

/** Of the value that is looked at; not in an object of its own, which every body would need. */
let hasNumbers = false;
/** Of the integers so far, without their signs; small ones need not be in it. */
let largestInteger = 0;

/** What `JSON.parse` makes of strict JSON, if that is exactly what json-smart does; undefined means: not known. */
export function parseNatively(text: string): Value | undefined {
  const first = text.charCodeAt(0);
  if (first !== 0x7b && first !== 0x5b) return undefined;
  // json-smart drops U+007F from strings with an escape.
  if (text.includes("\x7f")) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    hasNumbers = false;
    largestInteger = 0;
    return isJavaTree(value, 0) && hasExactNumbers(text) ? (value as Value) : undefined;
  } catch {
    return undefined;
  }
}

function hasExactNumbers(text: string): boolean {
  if (!hasNumbers) return true;
  return !INEXACT_NUMBER.test(text) && !(largestInteger >= SURE_INTEGER && LARGE_FLOAT.test(text));
}

/** Whether all numbers, keys and the depth are such that the parsed tree is a tree of Java values as it is. */
function isJavaTree(value: unknown, depth: number): boolean {
  if (typeof value === "number") return isExactNumber(value);
  if (typeof value !== "object" || value === null) return true;
  if (depth === MAX_DEPTH) return false;
  return Array.isArray(value) ? areJavaItems(value, depth + 1) : areJavaEntries(value, depth + 1);
}

function areJavaItems(items: readonly unknown[], depth: number): boolean {
  for (let i = 0; i < items.length; i++) {
    if (!isSure(items[i]) && !isJavaTree(items[i], depth)) return false;
  }
  return true;
}

function areJavaEntries(entries: object, depth: number): boolean {
  // Nothing is inherited: the prototype of what JSON.parse makes has no enumerable properties.
  for (const key in entries) {
    if (!isPlainKey(key)) return false;
    const value = (entries as Entries)[key];
    if (!isSure(value) && !isJavaTree(value, depth)) return false;
  }
  return true;
}

/** Most values are texts and small integers, which are not worth a call: V8 takes this into the loops. */
function isSure(value: unknown): boolean {
  if (typeof value === "string") return true;
  if (typeof value !== "number") return false;
  hasNumbers = true;
  return value > 0 && value < SURE_INTEGER && (value | 0) === value;
}

function isExactNumber(value: number): boolean {
  const size = Math.abs(value);
  if (!Number.isInteger(value)) return size < EXACT_FRACTION;
  if (size > largestInteger) largestInteger = size;
  return size < EXACT_INTEGER && !Object.is(value, -0);
}

type Entries = Readonly<Record<string, unknown>>;
