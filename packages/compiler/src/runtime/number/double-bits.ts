const bits = new DataView(new ArrayBuffer(8));

/** `Double.doubleToLongBits`: the IEEE bits, the same for every NaN. */
export function doubleToLongBits(n: number): bigint {
  // A NaN that a calculation made may have its sign bit set.
  bits.setFloat64(0, Number.isNaN(n) ? Number.NaN : n);
  return bits.getBigInt64(0);
}

/** `Double.longBitsToDouble`. */
export function longBitsToDouble(n: bigint): number {
  bits.setBigInt64(0, n);
  return bits.getFloat64(0);
}
