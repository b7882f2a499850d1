import { bitLength } from "./integer-size.js";
import { divideRounded, Rounding } from "./rounding.js";

const HEX_FLOAT = /^([+-]?)0[xX](?=\.?[0-9a-fA-F])([0-9a-fA-F]*)(?:\.([0-9a-fA-F]*))?[pP]([+-]?[0-9]+)[fFdD]?$/;

/** Bits of the significand, the exponent of the last bit of subnormals, and of the first bit of the largest numbers. */
const FORMATS = {
  double: { precision: 53, lowest: -1074, highest: 1023 },
  float: { precision: 24, lowest: -149, highest: 127 },
} as const;

/** The value of `0x1.8p3`, rounded to the format; undefined if the text is none. */
export function parseHexFloat(text: string, format: "double" | "float"): number | undefined {
  const match = HEX_FLOAT.exec(text);
  if (match === null) return undefined;
  const [, sign, integer = "", fraction = "", power = "0"] = match;
  const significand = BigInt(`0x${integer}${fraction}`);
  const magnitude = scale(significand, Number(power) - 4 * fraction.length, format);
  return sign === "-" ? -magnitude : magnitude;
}

/** `significand * 2 ** exponent`, rounded half to even. */
function scale(significand: bigint, exponent: number, format: "double" | "float"): number {
  const { precision, lowest, highest } = FORMATS[format];
  const top = bitLength(significand) + exponent;
  if (significand === 0n || top < lowest) return 0;
  if (top > highest + 1) return Number.POSITIVE_INFINITY;
  const last = Math.max(top - precision, lowest);
  const shift = BigInt(last - exponent);
  const rounded = shift > 0n ? divideRounded(significand, 1n << shift, Rounding.HALF_EVEN) : significand << -shift;
  const result = Number(rounded) * 2 ** last;
  return format === "float" ? Math.fround(result) : result;
}

/** `Double.toHexString` (53 bits) and `Float.toHexString` (24 bits). */
export function formatHexFloat(n: number, format: "double" | "float"): string {
  if (!Number.isFinite(n)) return String(n);
  const sign = n < 0 || Object.is(n, -0) ? "-" : "";
  const size = Math.abs(n);
  if (size === 0) return `${sign}0x0.0p0`;
  const { precision, lowest } = FORMATS[format];
  const smallestNormal = lowest + precision - 1;
  const isSubnormal = size < 2 ** smallestNormal;
  const exponent = isSubnormal ? smallestNormal : floorLog2(size);
  // Exact: the quotient is below 2 and has no more bits than the format.
  const fraction = BigInt((size / 2 ** exponent - (isSubnormal ? 0 : 1)) * 2 ** 52);
  const digits = fraction.toString(16).padStart(13, "0").replace(/0+$/, "");
  return `${sign}0x${isSubnormal ? 0 : 1}.${digits || "0"}p${exponent}`;
}

/** A normal number with so many hexadecimal digits behind the point as `Formatter` rounds it, half to even. */
export function roundHexFloat(n: number, digits: number): number {
  const exponent = floorLog2(n);
  const scaled = (n / 2 ** exponent) * 16 ** digits;
  const floor = Math.floor(scaled);
  const rest = scaled - floor;
  const rounded = rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? floor + 1 : floor;
  return (rounded / 16 ** digits) * 2 ** exponent;
}

function floorLog2(n: number): number {
  const guess = Math.floor(Math.log2(n));
  if (2 ** guess > n) return guess - 1;
  return 2 ** (guess + 1) <= n ? guess + 1 : guess;
}
