import { double, integer, JavaBigDecimal, JavaBigInteger } from "../number/index.js";
import type { Value } from "../value.js";
import { numberFormat } from "./parse-exception.js";

/** More digits than this may not fit a JavaScript number exactly. */
const SAFE_DIGITS = 15;
/** json-smart reads longer floats as `BigDecimal`, whatever their precision. */
const LONGEST_DOUBLE = 18;
/** `Long.MAX_VALUE` has 19 digits; json-smart does not even try `long` on longer tokens, leading zeros or not. */
const LONGEST_LONG = 19;

/** The value of an integer token `-?[0-9]*`. A lone `-` is 0, as in json-smart. */
export function integerValue(token: string): Value {
  // `|| 0` because Number("-0") is -0, and a lone minus is NaN.
  if (token.length <= SAFE_DIGITS) return Number(token) || 0;
  const digits = token.replace("-", "");
  return digits.length > LONGEST_LONG ? new JavaBigInteger(BigInt(token)) : integer(BigInt(token));
}

/** The value of a float token `-?[0-9]*(\.[0-9]*)?([eE][+-]?[0-9]*)?`. Throws NumberFormatException, as in `1e+`. */
export function floatValue(token: string): Value {
  const value = token.length > LONGEST_DOUBLE ? parseBigDecimal(token) : Number(token);
  if (value === undefined || Number.isNaN(value)) throw numberFormat(token);
  return typeof value === "number" ? double(value) : value;
}

const DECIMAL = /^([+-]?(?=\.?\d)\d*)(?:\.(\d*))?(?:[eE]([+-]?0*\d{1,10}))?$/;

/** `new BigDecimal(text)`, or undefined where Java throws NumberFormatException. */
export function parseBigDecimal(text: string): JavaBigDecimal | undefined {
  const [, integer, fraction = "", exponent = "0"] = DECIMAL.exec(text) ?? [];
  if (integer === undefined) return undefined;
  const scale = fraction.length - Number(exponent);
  // The scale is an int.
  return scale === (scale | 0) ? new JavaBigDecimal(BigInt(integer + fraction), scale) : undefined;
}
