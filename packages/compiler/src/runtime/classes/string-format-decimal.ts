import { checkStringLength } from "../text/index.js";

/** A number that is not negative: 0.DIGITS times ten to the power `exponent`; zero has no digits, but an exponent. */
export interface Decimal {
  readonly digits: string;
  readonly exponent: number;
}

/**
 * Reads what `toString` prints of a Double or BigDecimal: `1.25E10`, `-0.5`; the sign is dropped.
 * A BigDecimal zero keeps its scale: `0.00` is 0 times ten to the power -2.
 */
export function parseDecimal(text: string): Decimal {
  const [mantissa = "", power = "0"] = text.replace(/^-/, "").split("E");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const digits = (whole + fraction).replace(/^0+/, "");
  const leadingZeros = whole.length + fraction.length - digits.length;
  const exponent = whole.length - leadingZeros + Number(power);
  return { digits, exponent: digits === "" ? exponent + 1 : exponent };
}

/** Rounded half up to `count` digits, which may be negative: then nothing is left. */
function roundToDigits({ digits, exponent }: Decimal, count: number): Decimal {
  if (count >= digits.length) return { digits, exponent };
  if (count < 0) return { digits: "", exponent };
  const kept = digits.slice(0, count);
  if (digits[count]! < "5") return { digits: kept, exponent };
  const rounded = (BigInt(`0${kept}`) + 1n).toString().padStart(count, "0");
  return { digits: rounded, exponent: exponent + (rounded.length > count ? 1 : 0) };
}

/** `%f`: `precision` digits behind the point. */
export function fixed(decimal: Decimal, precision: number): string {
  checkStringLength(precision + Math.max(decimal.exponent, 0));
  const { digits, exponent } = roundToDigits(decimal, decimal.exponent + precision);
  const whole = digits.slice(0, Math.max(exponent, 0)).padEnd(exponent, "0") || "0";
  if (precision === 0) return whole;
  const fraction = "0".repeat(Math.min(Math.max(-exponent, 0), precision)) + digits.slice(Math.max(exponent, 0));
  return `${whole}.${fraction.padEnd(precision, "0").slice(0, precision)}`;
}

/** `%e`: mantissa with `precision` digits behind the point, and the exponent with its sign and two digits at least. */
export function scientific(decimal: Decimal, precision: number): { mantissa: string; exponent: string } {
  checkStringLength(precision);
  const { digits, exponent } = roundToDigits(decimal, precision + 1);
  const padded = digits.padEnd(precision + 1, "0");
  const power = exponent - 1;
  const sign = power < 0 ? "-" : "+";
  return {
    mantissa: precision === 0 ? padded[0]! : `${padded[0]}.${padded.slice(1, precision + 1)}`,
    exponent: sign + String(Math.abs(power)).padStart(2, "0"),
  };
}

/** `%g` after rounding: the number of digits behind the point in plain notation, undefined for scientific notation. */
export function generalPrecision(decimal: Decimal, significant: number): number | undefined {
  const { digits, exponent } = roundToDigits(decimal, significant);
  if (digits === "") return exponent === 1 ? significant - 1 : undefined;
  return exponent > -4 && exponent <= significant ? significant - exponent : undefined;
}
