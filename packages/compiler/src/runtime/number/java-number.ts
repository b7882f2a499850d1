import type { Value } from "../value.js";
import { JavaBigDecimal } from "./java-big-decimal.js";
import { JavaBigInteger } from "./java-big-integer.js";
import { JavaDouble } from "./java-double.js";
import { JavaFloat } from "./java-float.js";
import { JavaByte, JavaShort } from "./java-small-integers.js";
import { NumberObject } from "./number-object.js";

/** An instance of `java.lang.Number`. */
export type JavaNumber =
  | number
  | bigint
  | JavaDouble
  | JavaFloat
  | JavaShort
  | JavaByte
  | JavaBigInteger
  | JavaBigDecimal;

export type NumberKind = "byte" | "short" | "int" | "long" | "float" | "double" | "bigInteger" | "bigDecimal";

export function isNumber(value: Value): value is JavaNumber {
  return typeof value === "number" || typeof value === "bigint" || value instanceof NumberObject;
}

/** Which class of number a value is; undefined if it is none. A Character is none. */
export function numberKind(value: JavaNumber): NumberKind;
export function numberKind(value: Value): NumberKind | undefined;
export function numberKind(value: Value): NumberKind | undefined {
  if (typeof value === "number") {
    if ((value | 0) === value) return "int";
    return Number.isInteger(value) ? "long" : "double";
  }
  if (typeof value === "bigint") return "long";
  if (typeof value !== "object") return undefined;
  if (value instanceof JavaDouble) return "double";
  if (value instanceof JavaBigDecimal) return "bigDecimal";
  if (value instanceof JavaBigInteger) return "bigInteger";
  if (value instanceof JavaFloat) return "float";
  if (value instanceof JavaShort) return "short";
  return value instanceof JavaByte ? "byte" : undefined;
}

const INT_MAX = 2 ** 31 - 1;
/** `Long.MAX_VALUE` and `Long.MIN_VALUE`. */
export const LONG_MAX = 2n ** 63n - 1n;
export const LONG_MIN = -(2n ** 63n);

/** The Integer of an integral number within 32 bits; -0 becomes 0. */
export function int(n: number): Value {
  return n + 0;
}

/** The Long of an integer within 64 bits. */
export function long(n: bigint): Value {
  const number = Number(n);
  return Number.isSafeInteger(number) && (number > INT_MAX || number < -INT_MAX - 1) ? number : n;
}

/** `BigInt.asIntN(64, n) === n`, that is, Java's long holds it. */
export function fitsLong(n: bigint): boolean {
  return BigInt.asIntN(64, n) === n;
}

/** The Long of an integer, or a BigInteger if it is none. */
export function integer(n: bigint): Value {
  return fitsLong(n) ? long(n) : new JavaBigInteger(n);
}
