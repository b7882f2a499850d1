import { MAX_DEPTH } from "./permissive-parser.js";

/**
 * What json-smart reads differently from `JSON.parse`, or what a plain JS object or number cannot hold:
 *
 * 1. numbers, which always stand between `[:,[]` and `[,\]}]`: `-0` (an Integer without sign), floats with an integral
 *    value (`1.0` is a Double, `1` an Integer), exponents, and anything long enough to need a Long, BigInteger or
 *    BigDecimal or to be rounded to an integral double;
 * 2. keys that look like an array index or are `__proto__`, plain or spelt with `\u` escapes;
 * 3. U+007F, which json-smart drops from strings that have an escape.
 *
 * A match inside a string is a false alarm and costs only time.
 */
const NOT_NATIVE = new RegExp(
  [
    String.raw`[:,[]\s*-?(?:\d+\.0+|[\d.]+[eE][+-]?\d+|[\d.]{16,})\s*[,\]}]`,
    String.raw`-0\s*[,\]}]`,
    String.raw`"(?:\d{1,10}|__proto__)"\s*:`,
    // From the last escape of a key on. Starting at the first one would take quadratic time.
    String.raw`\\u[^"\\]*"\s*:`,
    String.raw`\x7f`,
  ].join("|"),
);

/** Whether `JSON.parse(text)`, if it succeeds, gives exactly the values that json-smart does. May say no to be safe. */
export function isNativeJson(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first !== 0x7b && first !== 0x5b) return false;
  return !NOT_NATIVE.test(text) && !isDeep(text);
}

/** Whether brackets are nested deeper than the parser allows, in a text that is strict JSON. */
function isDeep(text: string): boolean {
  if (text.length <= 2 * MAX_DEPTH) return false;
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x22) inString = !inString;
    else if (c === 0x5c) i++;
    else if (!inString) {
      // `[` and `{` differ in one bit, so do `]` and `}`.
      if ((c | 0x20) === 0x7b) {
        if (++depth > MAX_DEPTH) return true;
      } else if ((c | 0x20) === 0x7d) depth--;
    }
  }
  return false;
}
