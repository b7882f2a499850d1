import { type BinaryFloat, decimalDigits } from "./floating-decimal.js";
import { layOutDigits } from "./format-decimal.js";

/** `Float.toString` of JDK 17, of a JavaScript number that is a float (`Math.fround(n) === n`). */
export function formatFloat(n: number): string {
  if (n === 0) return Object.is(n, -0) ? "-0.0" : "0.0";
  if (!Number.isFinite(n)) return String(n);
  const text = layOutDigits(decimalDigits(binaryFloatOf(Math.abs(n))));
  return n < 0 ? `-${text}` : text;
}

const bits = new DataView(new ArrayBuffer(4));

/** A positive finite float, normalised. */
function binaryFloatOf(n: number): BinaryFloat {
  bits.setFloat32(0, n);
  const fraction = bits.getUint32(0) & 0x7f_ffff;
  const exponent = (bits.getUint32(0) >>> 23) - 127;
  if (exponent > -127) return { fraction: BigInt(fraction | 0x80_0000) << 29n, exponent, significantBits: 24 };
  const significantBits = 32 - Math.clz32(fraction);
  return {
    fraction: BigInt(fraction) << BigInt(53 - significantBits),
    exponent: significantBits - 150,
    significantBits,
  };
}
