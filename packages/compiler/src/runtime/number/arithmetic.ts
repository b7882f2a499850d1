import { print } from "../object/print.js";
import { JavaException, type Value } from "../value.js";
import { type Calculation, calculate, isZero } from "./calculation.js";
import { addDecimals, divideDecimals, multiplyDecimals, subtractDecimals } from "./decimal-arithmetic.js";
import { multiplyIntegers } from "./integer-size.js";
import { isNumber, LONG_MIN, long } from "./java-number.js";
import { Rounding } from "./rounding.js";

/**
 * `a + b`: text if either is a String, null unless both are numbers.
 * Beside a String, null counts as the source text of the operand.
 */
export function add(a: Value, b: Value, leftLiteral = "null", rightLiteral = "null"): Value {
  // Two Integers come first here and below: their sum is an Integer, or a Long beyond 32 bits, in one representation.
  if (typeof a === "number" && typeof b === "number" && (a | 0) === a && (b | 0) === b) return a + b;
  if (typeof a === "string" || typeof b === "string") {
    return (a === null ? leftLiteral : print(a)) + (b === null ? rightLiteral : print(b));
  }
  return isNumber(a) && isNumber(b) ? calculate(ADDITION, a, b) : null;
}

/** `a - b`; null unless both are numbers. */
export function subtract(a: Value, b: Value): Value {
  if (typeof a === "number" && typeof b === "number" && (a | 0) === a && (b | 0) === b) return a - b;
  return isNumber(a) && isNumber(b) ? calculate(SUBTRACTION, a, b) : null;
}

/** `a * b`; null unless both are numbers. */
export function multiply(a: Value, b: Value): Value {
  if (typeof a === "number" && typeof b === "number" && (a | 0) === a && (b | 0) === b) {
    const product = a * b;
    // The sum makes a -0 a 0.
    return Number.isSafeInteger(product) ? product + 0 : long(BigInt(a) * BigInt(b));
  }
  return isNumber(a) && isNumber(b) ? calculate(MULTIPLICATION, a, b) : null;
}

/** `a / b`, truncated for integers; null for a zero divisor, of any type, and unless both are numbers. */
export function divide(a: Value, b: Value): Value {
  if (typeof a === "number" && typeof b === "number" && (a | 0) === a && (b | 0) === b) {
    return b === 0 ? null : Math.trunc(a / b) + 0;
  }
  return isNumber(a) && isNumber(b) && !isZero(b) ? calculate(DIVISION, a, b) : null;
}

/**
 * `a % b`, with the sign of the dividend; null for a zero divisor, of any type, and unless both are numbers.
 * Throws ArithmeticException for BigDecimals, and for BigIntegers with a negative divisor.
 */
export function modulo(a: Value, b: Value): Value {
  if (typeof a === "number" && typeof b === "number" && (a | 0) === a && (b | 0) === b) {
    return b === 0 ? null : (a % b) + 0;
  }
  return isNumber(a) && isNumber(b) && !isZero(b) ? calculate(REMAINDER, a, b) : null;
}

const ADDITION: Calculation = {
  long: (a, b) => a + b,
  double: (a, b) => a + b,
  bigInteger: (a, b) => a + b,
  bigDecimal: addDecimals,
};

const SUBTRACTION: Calculation = {
  long: (a, b) => a - b,
  double: (a, b) => a - b,
  bigInteger: (a, b) => a - b,
  bigDecimal: subtractDecimals,
};

const MULTIPLICATION: Calculation = {
  // MathUtils finds overflows by dividing the product by b, which does not show this one.
  long: (a, b) => (a === LONG_MIN && b === -1n ? a : a * b),
  double: (a, b) => a * b,
  bigInteger: multiplyIntegers,
  bigDecimal: multiplyDecimals,
};

const DIVISION: Calculation = {
  long: (a, b) => BigInt.asIntN(64, a / b),
  double: (a, b) => a / b,
  bigInteger: (a, b) => a / b,
  // So the quotient has no more decimals than the dividend: 1 / 3.14 with a BigDecimal 3.14 is 0.
  bigDecimal: (a, b) => divideDecimals(a, b, a.scale, Rounding.HALF_DOWN),
};

const REMAINDER: Calculation = {
  long: (a, b) => a % b,
  double: (a, b) => a % b,
  bigInteger: floorModulo,
  bigDecimal: () => {
    throw new JavaException("java.lang.ArithmeticException", "Cannot calculate the modulo of BigDecimals.");
  },
};

/** `BigInteger.mod`: never negative, unlike `%` on the smaller types. Throws ArithmeticException unless b is positive. */
export function floorModulo(a: bigint, b: bigint): bigint {
  if (b <= 0n) throw new JavaException("java.lang.ArithmeticException", "BigInteger: modulus not positive");
  const rest = a % b;
  return rest < 0n ? rest + b : rest;
}
