import { binaryFloatOfDouble } from "./binary-float.js";
import { decimalDigits } from "./floating-decimal.js";
import { layOutDigits } from "./format-decimal.js";

/** Text of this length has no more than 15 digits after `0.0`. */
const SHORT_LENGTH = "0.0".length + 15;

/**
 * `Double.toString` of JDK 17.
 *
 * Where JavaScript's shortest digits are what Java prints (shown for ranges and lengths below by how Java generates
 * digits, and tested on millions of doubles) they are used; the rest goes through Java's own algorithm.
 */
export function formatDouble(n: number): string {
  const sign = n < 0 || Object.is(n, -0) ? "-" : "";
  return sign + formatPositive(Math.abs(n));
}

function formatPositive(n: number): string {
  const text = String(n);
  if (n === 0 || (n >= 0.001 && n < 1e7)) {
    // From 0.0001 to 1/64 Java's 64-bit arithmetic can overflow at the 16th digit.
    if (n >= 0.015625 || text.length <= SHORT_LENGTH) return Number.isInteger(n) ? `${text}.0` : text;
  }
  if (!Number.isFinite(n)) return text;
  // From 2^53 on the shortest digits may lie exactly half way to the next double, which Java's faster path excludes.
  if (n >= 1e7 && n <= Number.MAX_SAFE_INTEGER) return n.toExponential().replace(/^(.)e/, "$1.0e").replace("e+", "E");
  return layOutDigits(decimalDigits(binaryFloatOfDouble(n)));
}
