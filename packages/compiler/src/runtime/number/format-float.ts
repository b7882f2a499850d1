import { binaryFloatOfFloat } from "./binary-float.js";
import { decimalDigits } from "./floating-decimal.js";
import { layOutDigits } from "./format-decimal.js";

/** `Float.toString` of JDK 17, of a JavaScript number that is a float (`Math.fround(n) === n`). */
export function formatFloat(n: number): string {
  if (n === 0) return Object.is(n, -0) ? "-0.0" : "0.0";
  if (!Number.isFinite(n)) return String(n);
  const text = layOutDigits(decimalDigits(binaryFloatOfFloat(Math.abs(n))));
  return n < 0 ? `-${text}` : text;
}
