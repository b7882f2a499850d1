import { JavaException } from "../value.js";
import { magnitude, multiplyIntegers, timesPowerOfTen } from "./integer-size.js";
import { JavaBigDecimal } from "./java-big-decimal.js";
import { divideRounded } from "./rounding.js";

/** `BigDecimal.add`. Throws ArithmeticException if the scales are too far apart. */
export function addDecimals(a: JavaBigDecimal, b: JavaBigDecimal): JavaBigDecimal {
  const scale = Math.max(a.scale, b.scale);
  return new JavaBigDecimal(unscaledAt(a, scale) + unscaledAt(b, scale), scale);
}

/** `BigDecimal.subtract`. Throws ArithmeticException if the scales are too far apart. */
export function subtractDecimals(a: JavaBigDecimal, b: JavaBigDecimal): JavaBigDecimal {
  const scale = Math.max(a.scale, b.scale);
  return new JavaBigDecimal(unscaledAt(a, scale) - unscaledAt(b, scale), scale);
}

/** `BigDecimal.multiply`. Throws ArithmeticException if the result is too large. */
export function multiplyDecimals(a: JavaBigDecimal, b: JavaBigDecimal): JavaBigDecimal {
  const unscaled = multiplyIntegers(a.unscaled, b.unscaled);
  return new JavaBigDecimal(unscaled, checkScale(a.scale + b.scale, unscaled === 0n));
}

/** `BigDecimal.divide(divisor, scale, mode)`. Throws ArithmeticException for a zero divisor or a wanted rounding. */
export function divideDecimals(a: JavaBigDecimal, b: JavaBigDecimal, scale: number, mode: number): JavaBigDecimal {
  if (b.unscaled === 0n) {
    throw new JavaException(
      "java.lang.ArithmeticException",
      a.unscaled === 0n ? "Division undefined" : "Division by zero",
    );
  }
  const shift = scale + b.scale - a.scale;
  const dividend = timesPowerOfTen(a.unscaled, Math.max(0, shift));
  const divisor = timesPowerOfTen(b.unscaled, Math.max(0, -shift));
  return new JavaBigDecimal(divideRounded(dividend, divisor, mode), scale);
}

/** `BigDecimal.setScale`. Throws ArithmeticException for a wanted rounding in mode UNNECESSARY. */
export function setScale(decimal: JavaBigDecimal, scale: number, mode: number): JavaBigDecimal {
  if (scale >= decimal.scale || decimal.unscaled === 0n) return new JavaBigDecimal(unscaledAt(decimal, scale), scale);
  const unit = timesPowerOfTen(1n, decimal.scale - scale);
  return new JavaBigDecimal(divideRounded(decimal.unscaled, unit, mode), scale);
}

/** `BigDecimal.compareTo`, by value. Takes no more time for `1e999999999` than for 1. */
export function compareDecimals(a: JavaBigDecimal, b: JavaBigDecimal): -1 | 0 | 1 {
  const sign = signOf(a.unscaled);
  const otherSign = signOf(b.unscaled);
  if (sign !== otherSign) return sign > otherSign ? 1 : -1;
  if (a.scale === b.scale) return signOf(a.unscaled - b.unscaled);
  if (sign === 0) return 0;
  const magnitude = precisionOf(a) - a.scale - (precisionOf(b) - b.scale);
  if (magnitude !== 0) return magnitude > 0 === sign > 0 ? 1 : -1;
  // Of one magnitude, so the scales differ by no more than the numbers of digits do.
  const scale = Math.max(a.scale, b.scale);
  return signOf(unscaledAt(a, scale) - unscaledAt(b, scale));
}

/** `BigDecimal.precision`: the number of decimal digits, 1 for zero. */
export function precisionOf({ unscaled }: JavaBigDecimal): number {
  return String(magnitude(unscaled)).length;
}

export function signOf(n: bigint): -1 | 0 | 1 {
  return n > 0n ? 1 : n < 0n ? -1 : 0;
}

/** The scale as an int; a zero takes the nearest one. Throws ArithmeticException if there is none. */
export function checkScale(scale: number, isZero: boolean): number {
  const nearest = nearestInt(scale);
  if (nearest === scale || isZero) return nearest;
  throw new JavaException("java.lang.ArithmeticException", scale > 0 ? "Underflow" : "Overflow");
}

/** The nearest integer of 32 bits. */
export function nearestInt(n: number): number {
  return Math.min(Math.max(n, -(2 ** 31)), 2 ** 31 - 1);
}

function unscaledAt({ unscaled, scale }: JavaBigDecimal, wanted: number): bigint {
  return timesPowerOfTen(unscaled, wanted - scale);
}
