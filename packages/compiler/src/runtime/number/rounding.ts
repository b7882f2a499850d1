import { JavaException } from "../value.js";
import { magnitude } from "./integer-size.js";

/** The constants of `BigDecimal`, such as `ROUND_HALF_UP`, which the methods that take an int expect. */
export const Rounding = {
  UP: 0,
  DOWN: 1,
  CEILING: 2,
  FLOOR: 3,
  HALF_UP: 4,
  HALF_DOWN: 5,
  HALF_EVEN: 6,
  UNNECESSARY: 7,
} as const;

/** `dividend / divisor`, rounded. Throws ArithmeticException if the mode is UNNECESSARY and there is a remainder. */
export function divideRounded(dividend: bigint, divisor: bigint, mode: number): bigint {
  const quotient = dividend / divisor;
  const remainder = dividend % divisor;
  if (remainder === 0n) return quotient;
  const isNegative = dividend < 0n !== divisor < 0n;
  if (!isAwayFromZero(quotient, remainder, divisor, isNegative, mode)) return quotient;
  return isNegative ? quotient - 1n : quotient + 1n;
}

function isAwayFromZero(
  quotient: bigint,
  remainder: bigint,
  divisor: bigint,
  isNegative: boolean,
  mode: number,
): boolean {
  switch (mode) {
    case Rounding.UP:
      return true;
    case Rounding.DOWN:
      return false;
    case Rounding.CEILING:
      return !isNegative;
    case Rounding.FLOOR:
      return isNegative;
    case Rounding.UNNECESSARY:
      throw new JavaException("java.lang.ArithmeticException", "Rounding necessary");
  }
  const twice = 2n * magnitude(remainder);
  const whole = magnitude(divisor);
  if (twice !== whole) return twice > whole;
  return mode === Rounding.HALF_UP || (mode === Rounding.HALF_EVEN && quotient % 2n !== 0n);
}
