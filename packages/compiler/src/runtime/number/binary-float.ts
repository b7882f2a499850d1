/** A positive finite number as IEEE 754 holds it: `fraction` times two to the power `exponent - 52`, with 2^52 <= fraction < 2^53. */
export interface BinaryFloat {
  readonly fraction: bigint;
  readonly exponent: number;
  /** How many bits of the fraction the number's format really has: 53 for doubles, 24 for floats, fewer for subnormals. */
  readonly significantBits: number;
}

const doubleBits = new DataView(new ArrayBuffer(8));
const DOUBLE_FRACTION = 2n ** 52n - 1n;
const floatBits = new DataView(new ArrayBuffer(4));

/** A positive finite double, normalised. */
export function binaryFloatOfDouble(n: number): BinaryFloat {
  doubleBits.setFloat64(0, n);
  const fraction = doubleBits.getBigUint64(0) & DOUBLE_FRACTION;
  const exponent = (doubleBits.getUint32(0) >>> 20) - 1023;
  if (exponent > -1023) return { fraction: fraction | (DOUBLE_FRACTION + 1n), exponent, significantBits: 53 };
  const significantBits = fraction.toString(2).length;
  const shift = 53 - significantBits;
  return { fraction: fraction << BigInt(shift), exponent: -1022 - shift, significantBits };
}

/** A positive finite float, normalised. */
export function binaryFloatOfFloat(n: number): BinaryFloat {
  floatBits.setFloat32(0, n);
  const fraction = floatBits.getUint32(0) & 0x7f_ffff;
  const exponent = (floatBits.getUint32(0) >>> 23) - 127;
  if (exponent > -127) return { fraction: BigInt(fraction | 0x80_0000) << 29n, exponent, significantBits: 24 };
  const significantBits = 32 - Math.clz32(fraction);
  return {
    fraction: BigInt(fraction) << BigInt(53 - significantBits),
    exponent: significantBits - 150,
    significantBits,
  };
}
