import type { DecimalDigits } from "./floating-decimal.js";

/** Lays digits out as `Double.toString` and `Float.toString` do: `123.45`, `0.001`, `1.0E10`. */
export function layOutDigits({ significand: digits, exponent }: DecimalDigits): string {
  if (exponent > 0 && exponent < 8) {
    if (digits.length <= exponent) return `${digits.padEnd(exponent, "0")}.0`;
    return `${digits.slice(0, exponent)}.${digits.slice(exponent)}`;
  }
  if (exponent <= 0 && exponent > -3) return `0.${"0".repeat(-exponent)}${digits}`;
  return `${digits.charAt(0)}.${digits.slice(1) || "0"}E${exponent - 1}`;
}
