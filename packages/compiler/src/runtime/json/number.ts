import { double, fitsLong, JavaBigDecimal, JavaBigInteger, long } from "../number/index.js";
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
  const n = BigInt(token);
  const longest = token.startsWith("-") ? LONGEST_LONG + 1 : LONGEST_LONG;
  if (token.length > longest || !fitsLong(n)) return new JavaBigInteger(n);
  return long(n);
}

/** The value of a float token `-?[0-9]*(\.[0-9]*)?([eE][+-]?[0-9]*)?`. Throws NumberFormatException, as in `1e+`. */
export function floatValue(token: string): Value {
  if (token.length > LONGEST_DOUBLE) return bigDecimalValue(token);
  const n = Number(token);
  if (Number.isNaN(n)) throw numberFormat(token);
  return double(n);
}

const DECIMAL = /^([+-]?)(?=\.?[0-9])([0-9]*)(?:\.([0-9]*))?(?:[eE]([+-]?0*[0-9]{1,10}))?$/;
const INT_MAX = 2 ** 31 - 1;

/** `new BigDecimal(text)`, or undefined where Java throws NumberFormatException. */
export function parseBigDecimal(text: string): JavaBigDecimal | undefined {
  const match = DECIMAL.exec(text);
  if (match === null) return undefined;
  const [, sign, integer = "", fraction = "", exponent = "0"] = match;
  const scale = fraction.length - Number(exponent);
  if (scale > INT_MAX || scale < -INT_MAX - 1) return undefined;
  const magnitude = BigInt(integer + fraction);
  return new JavaBigDecimal(sign === "-" ? -magnitude : magnitude, scale);
}

function bigDecimalValue(token: string): Value {
  const value = parseBigDecimal(token);
  if (value === undefined) throw numberFormat(token);
  return value;
}
