import type { JavaBigDecimal } from "../number/index.js";

/** `BigDecimal.compareTo`. Takes no more time for `1e999999999` than for 1. */
export function compareDecimals(left: JavaBigDecimal, right: JavaBigDecimal): number {
  const sign = signOf(left.unscaled);
  if (sign !== signOf(right.unscaled)) return sign - signOf(right.unscaled);
  if (sign === 0) return 0;
  const leftDigits = digitsOf(left.unscaled);
  const rightDigits = digitsOf(right.unscaled);
  const magnitude = leftDigits - left.scale - (rightDigits - right.scale);
  if (magnitude !== 0) return magnitude * sign;
  // Of one magnitude, so the scales differ by no more than the numbers of digits do.
  const common = Math.max(left.scale, right.scale);
  const difference = scaledTo(left, common) - scaledTo(right, common);
  return signOf(difference);
}

function signOf(n: bigint): number {
  return n < 0n ? -1 : n > 0n ? 1 : 0;
}

function digitsOf(n: bigint): number {
  return String(n < 0n ? -n : n).length;
}

function scaledTo(decimal: JavaBigDecimal, scale: number): bigint {
  return decimal.unscaled * 10n ** BigInt(scale - decimal.scale);
}
