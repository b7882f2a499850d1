import type { Value } from "../value.js";
import { compareDecimals } from "./decimal-arithmetic.js";
import { exactDecimal } from "./exact-decimal.js";
import { timesPowerOfTen } from "./integer-size.js";
import { JavaBigDecimal } from "./java-big-decimal.js";
import { JavaBigInteger } from "./java-big-integer.js";
import { isNumber, type JavaNumber, LONG_MAX, LONG_MIN } from "./java-number.js";

/** 10^64 is a multiple of 2^64. */
const NO_LOW_BITS = -64;

/** `Number.doubleValue()`; NaN for what is no number. */
export function doubleValue(value: Value): number {
  if (typeof value === "number") return value;
  if (typeof value === "bigint") return Number(value);
  if (!isNumber(value)) return Number.NaN;
  if (value instanceof JavaBigDecimal) return Number(value.print());
  return Number(value.value);
}

/** `Number.floatValue()`, as a JavaScript number that is a float. */
export function floatValue(value: JavaNumber): number {
  if (typeof value === "bigint") return nearestFloat(new JavaBigDecimal(value, 0), Number(value));
  if (value instanceof JavaBigInteger) return nearestFloat(new JavaBigDecimal(value.value, 0), Number(value.value));
  if (value instanceof JavaBigDecimal) return nearestFloat(value, doubleValue(value));
  return Math.fround(doubleValue(value));
}

/** The float nearest to a decimal whose nearest double is `double`: rounding twice could go wrong half way. */
export function nearestFloat(decimal: JavaBigDecimal, double: number): number {
  const float = Math.fround(double);
  const rest = double - float;
  if (rest === 0 || !Number.isFinite(rest)) return float;
  const other = float + 2 * rest;
  if (Math.fround(other) !== other) return float;
  const order = compareDecimals(decimal, exactDecimal(double));
  if (order === 0) return float;
  return order > 0 ? Math.max(float, other) : Math.min(float, other);
}

/** `Number.longValue()`: doubles saturate, larger integers lose their high bits. */
export function longValue(value: JavaNumber): bigint {
  if (typeof value === "bigint") return value;
  if (value instanceof JavaBigInteger) return BigInt.asIntN(64, value.value);
  if (value instanceof JavaBigDecimal) return value.scale <= NO_LOW_BITS ? 0n : BigInt.asIntN(64, integerPart(value));
  const n = doubleValue(value);
  if (Number.isNaN(n)) return 0n;
  if (n >= 2 ** 63) return LONG_MAX;
  return n <= -(2 ** 63) ? LONG_MIN : BigInt(Math.trunc(n));
}

/** `Number.intValue()`: doubles saturate, larger integers lose their high bits. */
export function intValue(value: JavaNumber): number {
  if (typeof value === "number" && (value | 0) === value) return value;
  if (typeof value === "object" && !(value instanceof JavaBigInteger || value instanceof JavaBigDecimal)) {
    return saturate(value.value);
  }
  // An integral JavaScript number is a Long here.
  if (typeof value === "number") return Number.isInteger(value) ? value | 0 : saturate(value);
  return Number(BigInt.asIntN(32, longValue(value)));
}

/** `(int) double`. */
function saturate(n: number): number {
  if (Number.isNaN(n)) return 0;
  return Math.min(Math.max(Math.trunc(n), -(2 ** 31)), 2 ** 31 - 1) + 0;
}

/** `BigDecimal.toBigInteger`. Throws ArithmeticException if that is too large. */
export function integerPart(decimal: JavaBigDecimal): bigint {
  const { unscaled, scale } = decimal;
  if (scale <= 0) return timesPowerOfTen(unscaled, -scale);
  if (String(unscaled).length <= scale) return 0n;
  return unscaled / 10n ** BigInt(scale);
}

/** `MathUtils.toBigInteger` of Velocity. */
export function toBigInt(value: JavaNumber): bigint {
  return value instanceof JavaBigInteger ? value.value : longValue(value);
}

/** `MathUtils.toBigDecimal` of Velocity, which takes a Long as a double. Throws NumberFormatException for NaN and infinity. */
export function toBigDecimal(value: JavaNumber): JavaBigDecimal {
  if (value instanceof JavaBigDecimal) return value;
  if (value instanceof JavaBigInteger) return new JavaBigDecimal(value.value, 0);
  return exactDecimal(doubleValue(value));
}
