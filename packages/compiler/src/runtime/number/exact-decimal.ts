import { JavaException } from "../value.js";
import { binaryFloatOfDouble } from "./binary-float.js";
import { JavaBigDecimal } from "./java-big-decimal.js";

/** `new BigDecimal(double)`: all the digits that the double really has. Throws NumberFormatException for NaN and infinity. */
export function exactDecimal(n: number): JavaBigDecimal {
  if (!Number.isFinite(n)) throw new JavaException("java.lang.NumberFormatException", "Infinite or NaN");
  if (Number.isInteger(n)) return new JavaBigDecimal(BigInt(n), 0);
  const { fraction, exponent } = binaryFloatOfDouble(Math.abs(n));
  let odd = fraction;
  let scale = 52 - exponent;
  while ((odd & 1n) === 0n) {
    odd >>= 1n;
    scale--;
  }
  const unscaled = odd * 5n ** BigInt(scale);
  return new JavaBigDecimal(n < 0 ? -unscaled : unscaled, scale);
}
