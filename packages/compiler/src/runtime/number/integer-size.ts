import { JavaException } from "../value.js";

/**
 * The largest integer that arithmetic makes, in bits: 315,000 digits. Java goes to 2^31 bits, which takes it minutes
 * and gigabytes; a template that squares a number in a loop must not take the process with it.
 */
const MAX_BITS = 2 ** 20;
/** 10^n has this many bits a power. */
const BITS_OF_TEN = Math.log2(10);

/** `BigInteger.abs`. */
export function magnitude(n: bigint): bigint {
  return n < 0n ? -n : n;
}

/** `BigInteger.bitLength`: the bits of the two's complement without the sign. */
export function bitLength(n: bigint): number {
  const withoutSign = n < 0n ? ~n : n;
  if (withoutSign === 0n) return 0;
  const hex = withoutSign.toString(16);
  return hex.length * 4 - (Math.clz32(Number.parseInt(hex.charAt(0), 16)) - 28);
}

/** Throws ArithmeticException, as Java does beyond its own limit, if an integer of that many bits is too large. */
export function checkBits(bits: number): void {
  if (bits > MAX_BITS) {
    throw new JavaException("java.lang.ArithmeticException", "BigInteger would overflow supported range");
  }
}

/** `a * b`. Throws ArithmeticException if that is too large. */
export function multiplyIntegers(a: bigint, b: bigint): bigint {
  checkBits(bitLength(a) + bitLength(b));
  return a * b;
}

/** `base ** exponent` for an exponent from 0. Throws ArithmeticException if that is too large. */
export function powerOf(base: bigint, exponent: number): bigint {
  if (base === 0n || base === 1n) return exponent === 0 ? 1n : base;
  if (base === -1n) return exponent % 2 === 0 ? 1n : -1n;
  checkBits((bitLength(base) - 1) * exponent);
  return base ** BigInt(exponent);
}

/** `n * 10 ** power` for a power from 0. Throws ArithmeticException if that is too large. */
export function timesPowerOfTen(n: bigint, power: number): bigint {
  if (power === 0 || n === 0n) return n;
  checkBits(power * BITS_OF_TEN);
  return n * 10n ** BigInt(power);
}
