import { JavaException } from "../value.js";
import {
  checkScale,
  compareDecimals,
  divideDecimals,
  multiplyDecimals,
  nearestInt,
  setScale,
  subtractDecimals,
} from "./decimal-arithmetic.js";
import { magnitude, timesPowerOfTen } from "./integer-size.js";
import { greatestCommonDivisor } from "./integer-theory.js";
import { JavaBigDecimal } from "./java-big-decimal.js";
import { Rounding } from "./rounding.js";

/** `BigDecimal.divide(divisor)`, exact. Throws ArithmeticException for a zero divisor and if the decimals never end. */
export function divideExactly(a: JavaBigDecimal, b: JavaBigDecimal): JavaBigDecimal {
  const scale = a.scale - b.scale;
  if (a.unscaled === 0n && b.unscaled !== 0n) return new JavaBigDecimal(0n, nearestInt(scale));
  // A quotient that ends has no more decimals than the divisor has bits left once its tens are taken out.
  const decimals = b.unscaled === 0n ? 0 : decimalsOf(a.unscaled, b.unscaled);
  return divideDecimals(a, b, checkScale(scale + decimals, false), Rounding.UNNECESSARY);
}

/** How many decimals `a / b` has. Throws ArithmeticException if they never end. */
function decimalsOf(a: bigint, b: bigint): number {
  const reduced = b / greatestCommonDivisor(a, b);
  const [twos, withoutTwos] = countFactor(magnitude(reduced), 2n);
  const [fives, remaining] = countFactor(withoutTwos, 5n);
  if (remaining !== 1n) {
    throw new JavaException(
      "java.lang.ArithmeticException",
      "Non-terminating decimal expansion; no exact representable decimal result.",
    );
  }
  return Math.max(twos, fives);
}

function countFactor(n: bigint, factor: bigint): [count: number, rest: bigint] {
  let [count, rest] = [0, n];
  while (rest % factor === 0n) [count, rest] = [count + 1, rest / factor];
  return [count, rest];
}

/** `BigDecimal.divideToIntegralValue`. Throws ArithmeticException for a zero divisor. */
export function divideToInteger(a: JavaBigDecimal, b: JavaBigDecimal): JavaBigDecimal {
  const scale = nearestInt(a.scale - b.scale);
  if (b.unscaled !== 0n && compareDecimals(absolute(a), absolute(b)) < 0) return new JavaBigDecimal(0n, scale);
  const quotient = divideDecimals(a, b, 0, Rounding.DOWN);
  return scale >= 0 ? setScale(quotient, scale, Rounding.UNNECESSARY) : stripZeros(quotient, scale);
}

/** `BigDecimal.remainder`, with the sign of the dividend. Throws ArithmeticException for a zero divisor. */
export function remainder(a: JavaBigDecimal, b: JavaBigDecimal): JavaBigDecimal {
  return subtractDecimals(a, multiplyDecimals(divideToInteger(a, b), b));
}

/** The decimal without trailing zeros, down to a scale. */
export function stripZeros(decimal: JavaBigDecimal, lowestScale: number): JavaBigDecimal {
  if (decimal.unscaled === 0n) return decimal;
  const digits = String(decimal.unscaled);
  let end = digits.length;
  while (digits.charAt(end - 1) === "0") end--;
  const dropped = Math.max(0, Math.min(digits.length - end, decimal.scale - lowestScale));
  return new JavaBigDecimal(decimal.unscaled / timesPowerOfTen(1n, dropped), decimal.scale - dropped);
}

function absolute(decimal: JavaBigDecimal): JavaBigDecimal {
  return decimal.unscaled < 0n ? new JavaBigDecimal(-decimal.unscaled, decimal.scale) : decimal;
}
