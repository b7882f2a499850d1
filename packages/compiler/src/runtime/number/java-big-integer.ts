import type { Value } from "../value.js";
import { magnitude } from "./integer-size.js";
import { ValueNumber } from "./number-object.js";

const WORD_DIGITS = 8;

/** `java.math.BigInteger`. */
export class JavaBigInteger extends ValueNumber<bigint> {
  override readonly className = "java.math.BigInteger";

  override equals(other: Value): boolean {
    return other instanceof JavaBigInteger && other.value === this.value;
  }

  override hashCode(): number {
    return bigIntegerHash(this.value);
  }
}

/** `BigInteger.hashCode`: over the 32-bit words of the magnitude, the highest first, with the sign. */
export function bigIntegerHash(n: bigint): number {
  const hex = magnitude(n).toString(16);
  let hash = 0;
  const first = hex.length % WORD_DIGITS;
  if (first > 0) hash = Number.parseInt(hex.slice(0, first), 16) | 0;
  for (let i = first; i < hex.length; i += WORD_DIGITS) {
    hash = (Math.imul(31, hash) + Number.parseInt(hex.slice(i, i + WORD_DIGITS), 16)) | 0;
  }
  return n < 0n ? -hash | 0 : hash;
}
