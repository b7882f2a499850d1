import { JavaException, type Value } from "../value.js";
import { magnitude } from "./integer-size.js";
import { bigIntegerHash } from "./java-big-integer.js";
import { NumberObject } from "./number-object.js";

/** `java.math.BigDecimal`: `unscaled` divided by ten to the power `scale`; the scale is a signed 32-bit integer. */
export class JavaBigDecimal extends NumberObject {
  override readonly className = "java.math.BigDecimal";
  readonly unscaled: bigint;
  readonly scale: number;

  constructor(unscaled: bigint, scale: number) {
    super();
    this.unscaled = unscaled;
    this.scale = scale;
  }

  /** With an exponent when the scale is negative or the number below 0.000001: `1E+3`, `1.2E-7`. */
  override print(): string {
    return printScientific(this, byOne);
  }

  /** `1.0` and `1.00` differ, as in Java. */
  override equals(other: Value): boolean {
    return other instanceof JavaBigDecimal && other.unscaled === this.unscaled && other.scale === this.scale;
  }

  override hashCode(): number {
    return (Math.imul(31, bigIntegerHash(this.unscaled)) + this.scale) | 0;
  }
}

/** Digits, some of which stand before the decimal point, and a power of ten. */
interface Mantissa {
  readonly digits: string;
  readonly integerDigits: number;
  readonly exponent: number;
}

const byOne = (digits: string, exponent: number): Mantissa => ({ digits, integerDigits: 1, exponent });

/** `BigDecimal.toEngineeringString`: as `toString`, with an exponent that is a multiple of three. */
export function printEngineering(decimal: JavaBigDecimal): string {
  return printScientific(decimal, (digits, exponent) => {
    const excess = ((exponent % 3) + 3) % 3;
    // A zero keeps its scale in view: 0.00E+3 for 0E+1, 0.0E+3 for 0E+2.
    if (decimal.unscaled === 0n && excess > 0) {
      return { digits: "0".repeat(4 - excess), integerDigits: 1, exponent: exponent - excess + 3 };
    }
    const integerDigits = 1 + excess;
    return { digits: digits.padEnd(integerDigits, "0"), integerDigits, exponent: exponent - excess };
  });
}

/** `toString` (exponents in steps of one) and `toEngineeringString` (of three). */
function printScientific({ unscaled, scale }: JavaBigDecimal, mantissaOf: typeof byOne): string {
  const sign = unscaled < 0n ? "-" : "";
  const all = String(magnitude(unscaled));
  const magnitudeExponent = all.length - 1 - scale;
  if (scale >= 0 && magnitudeExponent >= -6) return sign + pointed(all, scale);
  const { digits, integerDigits, exponent } = mantissaOf(all, magnitudeExponent);
  const fraction = digits.slice(integerDigits);
  const mantissa = fraction === "" ? digits : `${digits.slice(0, integerDigits)}.${fraction}`;
  if (exponent === 0) return sign + mantissa;
  return `${sign}${mantissa}E${exponent > 0 ? "+" : ""}${exponent}`;
}

/** Digits with a decimal point before the last `scale` ones. */
function pointed(digits: string, scale: number): string {
  if (scale === 0) return digits;
  const padded = digits.padStart(scale + 1, "0");
  return `${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
}

/** Java would run out of memory, too, though later. */
const MAX_ZEROS = 2 ** 24;

/** `BigDecimal.toPlainString`: never with an exponent. Throws OutOfMemoryError for millions of zeros. */
export function printPlain({ unscaled, scale }: JavaBigDecimal): string {
  if (unscaled === 0n && scale <= 0) return "0";
  if (Math.abs(scale) > MAX_ZEROS) throw new JavaException("java.lang.OutOfMemoryError", "Java heap space");
  const sign = unscaled < 0n ? "-" : "";
  const digits = String(magnitude(unscaled));
  return sign + (scale < 0 ? digits + "0".repeat(-scale) : pointed(digits, scale));
}
