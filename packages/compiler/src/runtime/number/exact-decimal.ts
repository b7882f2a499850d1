import { JavaException } from "../value.js";
import { JavaBigDecimal } from "./java-big-decimal.js";

const bits = new DataView(new ArrayBuffer(8));
const MANTISSA = 2n ** 52n - 1n;

/** `new BigDecimal(double)`: all the digits that the double really has. Throws NumberFormatException for NaN and infinity. */
export function exactDecimal(n: number): JavaBigDecimal {
  if (!Number.isFinite(n)) throw new JavaException("java.lang.NumberFormatException", "Infinite or NaN");
  if (Number.isInteger(n)) return new JavaBigDecimal(BigInt(n), 0);
  bits.setFloat64(0, Math.abs(n));
  const exponent = bits.getUint32(0) >>> 20;
  let significand = bits.getBigUint64(0) & MANTISSA;
  if (exponent > 0) significand |= MANTISSA + 1n;
  let scale = 1075 - Math.max(exponent, 1);
  while ((significand & 1n) === 0n) {
    significand >>= 1n;
    scale--;
  }
  const unscaled = significand * 5n ** BigInt(scale);
  return new JavaBigDecimal(n < 0 ? -unscaled : unscaled, scale);
}
