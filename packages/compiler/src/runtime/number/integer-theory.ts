import { JavaException } from "../value.js";
import { floorModulo } from "./arithmetic.js";
import { bitLength, magnitude } from "./integer-size.js";

/**
 * Larger integers than this take more than linear algorithms too long; Java would go on for hours. No template
 * that does its work has such integers.
 */
const MAX_BITS = 4096;
/** Enough witnesses that no composite number of any size is known to pass. */
const WITNESSES = [2n, 3n, 5n, 7n, 11n, 13n, 17n, 19n, 23n, 29n, 31n, 37n, 41n, 43n, 47n, 53n, 59n, 61n, 67n, 71n];

/** `BigInteger.gcd`. Throws ArithmeticException if the integers are too large. */
export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  checkTractable(a, b);
  let [x, y] = [magnitude(a), magnitude(b)];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** `BigInteger.modPow`. Throws ArithmeticException if the integers are too large, the modulus is not positive or there is no inverse. */
export function modularPower(base: bigint, exponent: bigint, modulus: bigint): bigint {
  checkTractable(base, exponent, modulus);
  let square = floorModulo(base, modulus);
  if (exponent < 0n) square = modularInverse(square, modulus);
  let power = 1n % modulus;
  for (let rest = magnitude(exponent); rest > 0n; rest >>= 1n) {
    if (rest & 1n) power = (power * square) % modulus;
    square = (square * square) % modulus;
  }
  return power;
}

/** `BigInteger.modInverse`. Throws ArithmeticException if the integers are too large, the modulus is not positive or there is no inverse. */
export function modularInverse(n: bigint, modulus: bigint): bigint {
  checkTractable(n, modulus);
  let [rest, next] = [floorModulo(n, modulus), modulus];
  let [factor, nextFactor] = [1n, 0n];
  while (next !== 0n) {
    const quotient = rest / next;
    [rest, next] = [next, rest - quotient * next];
    [factor, nextFactor] = [nextFactor, factor - quotient * nextFactor];
  }
  if (rest !== 1n) throw new JavaException("java.lang.ArithmeticException", "BigInteger not invertible.");
  return floorModulo(factor, modulus);
}

/** `BigInteger.sqrt`, rounded down. Throws ArithmeticException if the integer is too large or negative. */
export function integerSquareRoot(n: bigint): bigint {
  if (n < 0n) throw new JavaException("java.lang.ArithmeticException", "Negative BigInteger");
  checkTractable(n);
  if (n < 2n) return n;
  let root = 1n << BigInt((bitLength(n) + 1) >> 1);
  for (;;) {
    const better = (root + n / root) >> 1n;
    if (better >= root) return root;
    root = better;
  }
}

/** `BigInteger.isProbablePrime` (Miller and Rabin). Throws ArithmeticException if the integer is too large. */
export function isProbablePrime(n: bigint): boolean {
  const candidate = magnitude(n);
  checkTractable(candidate);
  if (candidate < 2n) return false;
  for (const prime of WITNESSES) if (candidate % prime === 0n) return candidate === prime;
  let odd = candidate - 1n;
  let twos = 0;
  for (; (odd & 1n) === 0n; odd >>= 1n) twos++;
  return WITNESSES.every((witness) => passes(candidate, witness, odd, twos));
}

/** `BigInteger.nextProbablePrime`. Throws ArithmeticException if the integer is too large or negative. */
export function nextProbablePrime(n: bigint): bigint {
  if (n < 0n) throw new JavaException("java.lang.ArithmeticException", `start < 0: ${n}`);
  if (n < 2n) return 2n;
  let candidate = (n + 1n) | 1n;
  while (!isProbablePrime(candidate)) candidate += 2n;
  return candidate;
}

function passes(candidate: bigint, witness: bigint, odd: bigint, twos: number): boolean {
  let power = modularPower(witness, odd, candidate);
  if (power === 1n || power === candidate - 1n) return true;
  for (let i = 1; i < twos; i++) {
    power = (power * power) % candidate;
    if (power === candidate - 1n) return true;
  }
  return false;
}

function checkTractable(...integers: bigint[]): void {
  for (const n of integers) {
    if (bitLength(n) > MAX_BITS) {
      throw new JavaException("java.lang.ArithmeticException", `BigInteger of more than ${MAX_BITS} bits`);
    }
  }
}
