import { formatHexFloat, roundHexFloat } from "../number/hex-float.js";
import { doubleValue, formatDouble, type NumberKind, numberKind } from "../number/index.js";
import { print } from "../object/print.js";
import { checkStringLength } from "../text/index.js";
import type { JavaObject, Value } from "../value.js";
import { fixed, generalPrecision, parseDecimal, scientific } from "./string-format-decimal.js";
import { type FormatSpecifier, rejectFlags } from "./string-format-specifier.js";

/** Bits of the types whose negative numbers `%x` and `%o` print as two's complement; BigInteger has a sign instead. */
const BITS: Readonly<Partial<Record<NumberKind, number>>> = { byte: 8, short: 16, int: 32, long: 64 };

const DEFAULT_PRECISION = 6;

function leadingSign({ flags }: FormatSpecifier, isNegative: boolean): string {
  if (isNegative) return flags.has("(") ? "(" : "-";
  if (flags.has("+")) return "+";
  return flags.has(" ") ? " " : "";
}

/** Sign, digits and closing parenthesis; with the flag `0` padded to the width between sign and digits. */
function signed(specifier: FormatSpecifier, isNegative: boolean, magnitude: string, tail = ""): string {
  const sign = leadingSign(specifier, isNegative);
  const close = isNegative && specifier.flags.has("(") ? ")" : "";
  const room = specifier.width - sign.length - tail.length - close.length;
  return sign + (specifier.flags.has("0") ? padZeros(magnitude, room) : magnitude) + tail + close;
}

function padZeros(text: string, length: number): string {
  checkStringLength(length);
  return text.padStart(length, "0");
}

function grouped({ flags }: FormatSpecifier, magnitude: string): string {
  if (!flags.has(",")) return magnitude;
  const point = magnitude.indexOf(".");
  const whole = point === -1 ? magnitude : magnitude.slice(0, point);
  return whole.replace(/\B(?=(?:\d{3})+$)/g, ",") + magnitude.slice(whole.length);
}

/** `%d`, `%o` and `%x`; undefined when the argument is no integer. */
export function formatInteger(specifier: FormatSpecifier, value: Value): string | undefined {
  const kind = numberKind(value);
  if (kind === undefined || !(kind in BITS || kind === "bigInteger")) return undefined;
  const integer = BigInt(print(value));
  if (specifier.conversion === "d") {
    const magnitude = String(integer < 0n ? -integer : integer);
    return signed(specifier, integer < 0n, grouped(specifier, magnitude));
  }
  const radix = specifier.conversion === "x" ? 16 : 8;
  const bits = BITS[kind];
  if (bits !== undefined) rejectFlags(specifier, "(+ ");
  const unsigned = bits === undefined ? integer : BigInt.asUintN(bits, integer);
  return formatRadix(specifier, unsigned, radix);
}

function formatRadix(specifier: FormatSpecifier, integer: bigint, radix: 8 | 16): string {
  const isNegative = integer < 0n;
  const prefix = specifier.flags.has("#") ? (radix === 16 ? "0x" : "0") : "";
  const digits = (isNegative ? -integer : integer).toString(radix);
  const room = { ...specifier, width: specifier.width - prefix.length };
  const text = signed(room, isNegative, digits);
  const sign = leadingSign(specifier, isNegative);
  const prefixed = sign + prefix + text.slice(sign.length);
  return specifier.isUpperCase ? prefixed.toUpperCase() : prefixed;
}

/** `%f`, `%e` and `%g`; undefined when the argument is no Float, Double or BigDecimal. */
export function formatFloat(specifier: FormatSpecifier, value: Value): string | undefined {
  switch (numberKind(value)) {
    case "bigDecimal":
      return layOut(specifier, (value as JavaObject).print());
    case "double":
    case "float": {
      const double = doubleValue(value);
      if (!Number.isFinite(double)) return formatNonFinite(specifier, double);
      return layOut(specifier, double === 0 ? formatDouble(double).slice(0, -2) : formatDouble(double));
    }
    default:
      return undefined;
  }
}

/** `%a`; undefined when the argument is no Float or Double. */
export function formatBinary(specifier: FormatSpecifier, value: Value): string | undefined {
  const kind = numberKind(value);
  if (kind !== "double" && kind !== "float") return undefined;
  const double = doubleValue(value);
  if (!Number.isFinite(double)) return formatNonFinite(specifier, double);
  const isNegative = double < 0 || Object.is(double, -0);
  const digits = Math.max(specifier.precision, 1);
  const size = Math.abs(double);
  const isRounded = specifier.precision !== -1 && digits < 13 && size > 0;
  // A rounded number is written with a 1 before the point, however small it is.
  const shift = isRounded && size < 2 ** -1022 ? 54 : 0;
  const rounded = isRounded ? roundHexFloat(size * 2 ** shift, digits) : size;
  const [significand = "", power = ""] = formatHexFloat(rounded, "double").slice(2).split("p");
  const exponent = String(Number(power) - shift);
  const [whole = "", fraction = ""] = significand.split(".");
  const padded = `${whole}.${fraction.padEnd(specifier.precision, "0")}`;
  const zeros = specifier.flags.has("0") ? specifier.width - padded.length - exponent.length - 3 : 0;
  const sign = leadingSign(specifier, isNegative);
  const text = `${sign}0x${"0".repeat(Math.max(zeros - sign.length, 0))}${padded}p${exponent}`;
  return specifier.isUpperCase ? text.toUpperCase() : text;
}

function formatNonFinite(specifier: FormatSpecifier, double: number): string {
  const text = Number.isNaN(double) ? "NaN" : signed({ ...specifier, width: -1 }, double < 0, "Infinity");
  return specifier.isUpperCase ? text.toUpperCase() : text;
}

/** Lays out a number from what `toString` prints: Java rounds these decimal digits, not the binary number. */
function layOut(specifier: FormatSpecifier, text: string): string {
  const decimal = parseDecimal(text);
  const isNegative = text.startsWith("-");
  const precision = specifier.precision === -1 ? DEFAULT_PRECISION : specifier.precision;
  if (specifier.conversion === "f") return plain(specifier, isNegative, fixed(decimal, precision));
  if (specifier.conversion === "e") return withExponent(specifier, isNegative, scientific(decimal, precision));
  const significant = precision === 0 ? 1 : precision;
  const fraction = generalPrecision(decimal, significant);
  if (fraction !== undefined) return plain(specifier, isNegative, fixed(decimal, fraction));
  return withExponent(specifier, isNegative, scientific(decimal, significant - 1));
}

function plain(specifier: FormatSpecifier, isNegative: boolean, magnitude: string): string {
  return signed(specifier, isNegative, grouped(specifier, withPoint(specifier, magnitude)));
}

function withExponent(
  specifier: FormatSpecifier,
  isNegative: boolean,
  { mantissa, exponent }: { mantissa: string; exponent: string },
): string {
  const tail = (specifier.isUpperCase ? "E" : "e") + exponent;
  return signed(specifier, isNegative, grouped(specifier, withPoint(specifier, mantissa)), tail);
}

/** The flag `#` keeps the point where there are no digits behind it. */
function withPoint({ flags }: FormatSpecifier, magnitude: string): string {
  return flags.has("#") && !magnitude.includes(".") ? `${magnitude}.` : magnitude;
}
