import type { Value } from "../value.js";
import { doubleValue, floatValue, longValue, toBigDecimal, toBigInt } from "./conversions.js";
import { JavaBigDecimal } from "./java-big-decimal.js";
import { JavaBigInteger } from "./java-big-integer.js";
import { double } from "./java-double.js";
import { float } from "./java-float.js";
import { fitsLong, int, type JavaNumber, long, type NumberKind, numberKind } from "./java-number.js";
import { JavaByte, JavaShort } from "./java-small-integers.js";

/** The type in which Velocity calculates with two numbers. */
export type CalculationBase = "long" | "float" | "double" | "bigInteger" | "bigDecimal";

/** What an operator does in each type; an error it throws is a `JavaException`. */
export interface Calculation {
  /** May return more than 64 bits, which makes a BigInteger. */
  long(a: bigint, b: bigint): bigint;
  /** Floats, too; their result is rounded to a float. */
  double(a: number, b: number): number;
  bigInteger(a: bigint, b: bigint): bigint;
  bigDecimal(a: JavaBigDecimal, b: JavaBigDecimal): JavaBigDecimal;
}

const RANKS: Readonly<Record<NumberKind, number>> = {
  byte: 0,
  short: 1,
  int: 2,
  long: 3,
  bigInteger: 4,
  float: 5,
  double: 6,
  bigDecimal: 7,
};

/** `MathUtils.findCalculationBase`: an integer beyond 64 bits and a fraction meet as BigDecimals. */
export function calculationBase(a: NumberKind, b: NumberKind): CalculationBase {
  const [lower, higher] = RANKS[a] <= RANKS[b] ? [a, b] : [b, a];
  if (higher === "float" || higher === "double") return lower === "bigInteger" ? "bigDecimal" : higher;
  return higher === "bigInteger" || higher === "bigDecimal" ? higher : "long";
}

/** The result of an operator that `MathUtils` has. */
export function calculate(operation: Calculation, a: JavaNumber, b: JavaNumber): Value {
  const kindA = numberKind(a);
  const kindB = numberKind(b);
  switch (calculationBase(kindA, kindB)) {
    case "long": {
      const kind = RANKS[kindA] > RANKS[kindB] ? kindA : kindB;
      return wrapLong(operation.long(longValue(a), longValue(b)), kind);
    }
    case "float":
      return float(operation.double(floatValue(a), floatValue(b)));
    case "double":
      return double(operation.double(doubleValue(a), doubleValue(b)));
    case "bigInteger":
      return new JavaBigInteger(operation.bigInteger(toBigInt(a), toBigInt(b)));
    case "bigDecimal":
      return operation.bigDecimal(toBigDecimal(a), toBigDecimal(b));
  }
}

/** `MathUtils.wrapPrimitive`: the operands' larger type, or the next that the result fits; a Long stays one. */
function wrapLong(result: bigint, kind: NumberKind): Value {
  if (!fitsLong(result)) return new JavaBigInteger(result);
  if (kind === "long") return long(result);
  const n = Number(result);
  if (kind === "byte" && n >= -128 && n <= 127) return new JavaByte(n);
  if (kind !== "int" && n >= -32768 && n <= 32767) return new JavaShort(n);
  return (n | 0) === n ? int(n) : long(result);
}

/** `MathUtils.isZero`. */
export function isZero(n: JavaNumber): boolean {
  if (typeof n === "number" || typeof n === "bigint") return n === 0 || n === 0n;
  if (n instanceof JavaBigDecimal) return n.unscaled === 0n;
  return n.value === 0 || n.value === 0n;
}
