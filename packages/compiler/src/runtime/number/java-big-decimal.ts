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
    const { unscaled, scale } = this;
    const digits = String(magnitude(unscaled));
    const exponent = digits.length - 1 - scale;
    const isPlain = scale >= 0 && exponent >= -6;
    const text = isPlain ? pointed(digits, scale) : withExponent(pointed(digits, digits.length - 1), exponent);
    return unscaled < 0n ? `-${text}` : text;
  }

  /** `1.0` and `1.00` differ, as in Java. */
  override equals(other: Value): boolean {
    return other instanceof JavaBigDecimal && other.unscaled === this.unscaled && other.scale === this.scale;
  }

  override hashCode(): number {
    return (Math.imul(31, bigIntegerHash(this.unscaled)) + this.scale) | 0;
  }
}

/** `BigDecimal.toEngineeringString`: as `toString`, with an exponent that is a multiple of three. */
export function printEngineering(decimal: JavaBigDecimal): string {
  const { unscaled, scale } = decimal;
  const all = String(magnitude(unscaled));
  const exponent = all.length - 1 - scale;
  if (scale >= 0 && exponent >= -6) return decimal.print();
  const excess = ((exponent % 3) + 3) % 3;
  // A zero keeps its scale in view: 0.00E+3 for 0E+1, 0.0E+3 for 0E+2.
  if (unscaled === 0n && excess > 0) {
    const zeros = "0".repeat(4 - excess);
    return withExponent(pointed(zeros, zeros.length - 1), exponent - excess + 3);
  }
  const digits = all.padEnd(1 + excess, "0");
  const text = withExponent(pointed(digits, digits.length - 1 - excess), exponent - excess);
  return unscaled < 0n ? `-${text}` : text;
}

function withExponent(mantissa: string, exponent: number): string {
  return exponent === 0 ? mantissa : `${mantissa}E${exponent > 0 ? "+" : ""}${exponent}`;
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
