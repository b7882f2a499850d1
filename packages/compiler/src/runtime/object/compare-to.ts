import { compareDoubles, compareNumbers, doubleValue, isNumber, JavaCharacter } from "../number/index.js";
import { JavaException, type Value } from "../value.js";
import { className } from "./java-class.js";

/** `Comparable.compareTo`, the order of `sort(null)`. Throws ClassCastException unless both are of one class that has an order. */
export function compareTo(left: Value, right: Value): number {
  if (left === null || right === null) throw new JavaException("java.lang.NullPointerException", "cannot compare null");
  if (typeof left === "string" && typeof right === "string") return compareStrings(left, right);
  const leftClass = className(left);
  const rightClass = className(right);
  if (leftClass !== rightClass) throw notComparable(leftClass, rightClass);
  if (typeof left === "boolean") return Number(left) - Number(right);
  if (left instanceof JavaCharacter && right instanceof JavaCharacter) return left.code - right.code;
  if (isNumber(left) && isNumber(right)) {
    const isFloating = leftClass === "java.lang.Double" || leftClass === "java.lang.Float";
    return isFloating ? compareDoubles(doubleValue(left), doubleValue(right)) : compareNumbers(left, right);
  }
  throw notComparable(leftClass, "java.lang.Comparable");
}

/** By UTF-16 code units, as JS compares strings too. */
function compareStrings(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function notComparable(from: string, to: string): JavaException {
  return new JavaException("java.lang.ClassCastException", `class ${from} cannot be cast to class ${to}`);
}
