import { trim } from "../classes/string-whitespace.js";
import { parseBigDecimal } from "../json/number.js";
import { JavaException } from "../value.js";
import { nearestFloat } from "./conversions.js";
import { parseHexFloat } from "./hex-float.js";

const DECIMAL = /^([+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)[fFdD]?$/;
const NAMED = /^[+-]?(?:NaN|Infinity)$/;

/** `Double.parseDouble`. Throws NumberFormatException. */
export function parseDouble(text: string | null): number {
  return parse(text, "double").double;
}

/** `Float.parseFloat`. Throws NumberFormatException. */
export function parseFloat32(text: string | null): number {
  const { double, digits } = parse(text, "float");
  const decimal = digits === undefined ? undefined : parseBigDecimal(digits);
  return decimal === undefined ? Math.fround(double) : nearestFloat(decimal, double);
}

/** The number, and the decimal it was written as, if so. */
function parse(text: string | null, type: "double" | "float"): { double: number; digits?: string } {
  if (text === null) throw new JavaException("java.lang.NullPointerException", "the text is null");
  const trimmed = trim(text);
  if (trimmed === "") throw new JavaException("java.lang.NumberFormatException", "empty String");
  const digits = DECIMAL.exec(trimmed)?.[1];
  if (digits !== undefined) return { double: Number(digits), digits };
  if (NAMED.test(trimmed)) return { double: trimmed.endsWith("NaN") ? Number.NaN : Number(trimmed) };
  const double = parseHexFloat(trimmed, type);
  if (double === undefined) {
    throw new JavaException("java.lang.NumberFormatException", `For input string: "${text}"`);
  }
  return { double };
}
