import { compareNumbers, isNumber } from "../number/index.js";
import { isList, JavaArray, type Value } from "../value.js";
import { work } from "../work.js";
import { javaEquals } from "./equals.js";
import { className } from "./java-class.js";
import { print } from "./print.js";

/** `==` of Velocity 1.7: numbers by value, one class (or its superclass) by `equals`, all else by what it prints. */
export function velocityEquals(left: Value, right: Value): boolean {
  if (typeof left === "string" && typeof right === "string") return isSameText(left, right);
  if (left === null || right === null) return left === right;
  if (isNumber(left) && isNumber(right)) return compareNumbers(left, right) === 0;
  if (isAssignable(left, right)) return javaEquals(left, right);
  return isSameText(print(left), print(right));
}

/** Only strings of one length are looked at. */
export function isSameText(left: string, right: string): boolean {
  if (left.length !== right.length) return false;
  work(left.length >> 3);
  return left === right;
}

function isAssignable(left: NonNullable<Value>, right: NonNullable<Value>): boolean {
  // JSONArray extends ArrayList; all other classes that a template meets have no subclasses among themselves.
  if (isList(left) && isList(right)) return left instanceof JavaArray === right instanceof JavaArray;
  return className(left) === className(right);
}
