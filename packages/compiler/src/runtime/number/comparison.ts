import type { Value } from "../value.js";
import { calculationBase } from "./calculation.js";
import { doubleValue, floatValue, longValue, toBigDecimal, toBigInt } from "./conversions.js";
import { compareDecimals } from "./decimal-arithmetic.js";
import { isNumber, type JavaNumber, numberKind } from "./java-number.js";

/**
 * `MathUtils.compare` of Velocity: by value across types. NaN equals everything, as it is neither less nor greater.
 * Throws NumberFormatException when NaN or infinity meets a BigInteger or BigDecimal.
 */
export function compareNumbers(a: JavaNumber, b: JavaNumber): -1 | 0 | 1 {
  if (typeof a === "number" && typeof b === "number") return order(a, b);
  switch (calculationBase(numberKind(a), numberKind(b))) {
    case "long":
      return order(longValue(a), longValue(b));
    case "float":
      return order(floatValue(a), floatValue(b));
    case "double":
      return order(doubleValue(a), doubleValue(b));
    case "bigInteger":
      return order(toBigInt(a), toBigInt(b));
    case "bigDecimal":
      return compareDecimals(toBigDecimal(a), toBigDecimal(b));
  }
}

/** `Double.compare`: -0.0 comes before 0.0, NaN after everything and equal to itself. */
export function compareDoubles(a: number, b: number): -1 | 0 | 1 {
  if (a !== b || a === 0) {
    if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : 1;
    if (Number.isNaN(b)) return -1;
    if (a === b) return order(Object.is(a, -0) ? 0 : 1, Object.is(b, -0) ? 0 : 1);
  }
  return order(a, b);
}

/** `a < b`; false unless both are numbers. */
export function lessThan(a: Value, b: Value): boolean {
  if (typeof a === "number" && typeof b === "number") return a < b;
  return isNumber(a) && isNumber(b) && compareNumbers(a, b) < 0;
}

/** `a <= b`; false unless both are numbers. */
export function lessOrEqual(a: Value, b: Value): boolean {
  if (typeof a === "number" && typeof b === "number") return a <= b;
  return isNumber(a) && isNumber(b) && compareNumbers(a, b) <= 0;
}

/** `a > b`; false unless both are numbers. */
export function greaterThan(a: Value, b: Value): boolean {
  if (typeof a === "number" && typeof b === "number") return a > b;
  return isNumber(a) && isNumber(b) && compareNumbers(a, b) > 0;
}

/** `a >= b`; false unless both are numbers. */
export function greaterOrEqual(a: Value, b: Value): boolean {
  if (typeof a === "number" && typeof b === "number") return a >= b;
  return isNumber(a) && isNumber(b) && compareNumbers(a, b) >= 0;
}

function order<T extends number | bigint>(a: T, b: T): -1 | 0 | 1 {
  if (a < b) return -1;
  return a > b ? 1 : 0;
}
