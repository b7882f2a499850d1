import { binaryFloatOfDouble } from "./binary-float.js";
import { type DecimalDigits, decimalDigits } from "./floating-decimal.js";
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
  const size = Math.abs(n);
  if (size >= 0.001 && size < 1e7) {
    const text = String(n);
    // From 0.0001 to 1/64 Java's 64-bit arithmetic can overflow at the 16th digit.
    if (size >= 0.015625 || text.length <= SHORT_LENGTH) return Number.isInteger(n) ? `${text}.0` : text;
  }
  if (size === 0) return Object.is(n, -0) ? "-0.0" : "0.0";
  if (!Number.isFinite(n)) return String(n);
  const text = layOutDigits(digitsOf(size));
  return n < 0 ? `-${text}` : text;
}

function digitsOf(n: number): DecimalDigits {
  return shortestDigits(n) ?? decimalDigits(binaryFloatOfDouble(n));
}

/** JavaScript's digits, if they are known to be Java's. */
function shortestDigits(n: number): DecimalDigits | undefined {
  // From 2^53 on the shortest digits may lie exactly half way to the next double, which Java's faster path excludes.
  if (n > Number.MAX_SAFE_INTEGER) return undefined;
  const [mantissa = "", power = "0"] = n.toExponential().split("e");
  const digits = mantissa.replace(".", "");
  const exponent = Number(power) + 1;
  if (n >= 0.015625) return { digits, exponent };
  const canOverflow = n >= 0.0001 && digits.length > 15;
  // Java generates a second digit where one would do, and takes a smaller interval around powers of two.
  return canOverflow || digits.length === 1 || isPowerOfTwo(n) ? undefined : { digits, exponent };
}

const SMALLEST_FRACTION = 2n ** 52n;

function isPowerOfTwo(n: number): boolean {
  return binaryFloatOfDouble(n).fraction === SMALLEST_FRACTION;
}
