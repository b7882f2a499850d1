import { floorModulo } from "../number/arithmetic.js";
import { JavaBigInteger, JavaByte, JavaShort, long } from "../number/index.js";
import { bitLength, checkBits, multiplyIntegers, powerOf } from "../number/integer-size.js";
import {
  greatestCommonDivisor,
  integerSquareRoot,
  isProbablePrime,
  modularInverse,
  modularPower,
  nextProbablePrime,
} from "../number/integer-theory.js";
import { formatRadix } from "../number/radix.js";
import { JavaArray, JavaException } from "../value.js";
import { bigIntegerArgument, requireClass } from "./cast.js";
import { type JavaMethod, type MethodTable, method, methodTable } from "./method-table.js";
import { numberMethods } from "./number.js";
import { byteArray } from "./string-bytes.js";

const big = (n: bigint) => new JavaBigInteger(n);
const compare = (a: bigint, b: bigint) => (a < b ? -1 : a > b ? 1 : 0);
const signum = (n: bigint) => compare(n, 0n);
const zerosBelow = (n: bigint) => bitLength(n & -n) - 1;
const binary = (operation: (a: bigint, b: bigint) => bigint): JavaMethod<JavaBigInteger> =>
  method(["BigInteger"], (self: JavaBigInteger, other) => big(operation(self.value, bigIntegerArgument(other))));

/** `java.math.BigInteger`, less random primes, for which a template has no source. */
export const bigIntegerMethods: MethodTable<JavaBigInteger> = methodTable<JavaBigInteger>(
  {
    abs: method([], (self) => (self.value < 0n ? big(-self.value) : self)),
    add: binary((a, b) => a + b),
    and: binary((a, b) => a & b),
    andNot: binary((a, b) => a & ~b),
    bitCount: method([], ({ value }) => (value < 0n ? ~value : value).toString(2).replaceAll("0", "").length),
    bitLength: method([], (self) => bitLength(self.value)),
    byteValueExact: method([], (self) => new JavaByte(exact(self.value, 8, "byte"))),
    clearBit: method(["int"], (self, bit) => (testBit(self.value, bit) ? big(self.value & ~oneBit(bit)) : self)),
    compareTo: method(["Object"], (self, other) => {
      requireClass(other, "java.math.BigInteger");
      return compare(self.value, (other as JavaBigInteger).value);
    }),
    divide: binary((a, b) => a / nonZero(b)),
    divideAndRemainder: method(["BigInteger"], (self, other) => {
      const divisor = nonZero(bigIntegerArgument(other));
      return arrayOf(self.value / divisor, self.value % divisor);
    }),
    flipBit: method(["int"], (self, bit) => big(self.value ^ oneBit(bit))),
    gcd: binary(greatestCommonDivisor),
    getLowestSetBit: method([], ({ value }) => (value === 0n ? -1 : zerosBelow(value))),
    intValueExact: method([], (self) => exact(self.value, 32, "int")),
    isProbablePrime: method(["int"], (self, certainty) => certainty <= 0 || isProbablePrime(self.value)),
    longValueExact: method([], ({ value }) => {
      if (BigInt.asIntN(64, value) !== value) throw outOfRange("long");
      return long(value);
    }),
    max: binary((a, b) => (compare(a, b) > 0 ? a : b)),
    min: binary((a, b) => (compare(a, b) < 0 ? a : b)),
    mod: binary(floorModulo),
    modInverse: binary(modularInverse),
    modPow: method(["BigInteger", "BigInteger"], (self, exponent, modulus) =>
      big(modularPower(self.value, bigIntegerArgument(exponent), bigIntegerArgument(modulus))),
    ),
    multiply: binary(multiplyIntegers),
    negate: method([], (self) => big(-self.value)),
    nextProbablePrime: method([], (self) => big(nextProbablePrime(self.value))),
    not: method([], (self) => big(~self.value)),
    or: binary((a, b) => a | b),
    pow: method(["int"], (self, exponent) => {
      if (exponent < 0) throw arithmetic("Negative exponent");
      return big(powerOf(self.value, exponent));
    }),
    remainder: binary((a, b) => a % nonZero(b)),
    setBit: method(["int"], (self, bit) => (testBit(self.value, bit) ? self : big(self.value | oneBit(bit)))),
    shiftLeft: method(["int"], (self, by) => big(shiftLeft(self.value, by))),
    shiftRight: method(["int"], (self, by) => big(shiftLeft(self.value, -by))),
    shortValueExact: method([], (self) => new JavaShort(exact(self.value, 16, "short"))),
    signum: method([], (self) => signum(self.value)),
    sqrt: method([], (self) => big(integerSquareRoot(self.value))),
    sqrtAndRemainder: method([], ({ value }) => {
      const root = integerSquareRoot(value);
      return arrayOf(root, value - root * root);
    }),
    subtract: binary((a, b) => a - b),
    testBit: method(["int"], (self, bit) => testBit(self.value, bit)),
    toByteArray: method([], ({ value }) => twosComplement(value)),
    toString: [
      method([], (self: JavaBigInteger) => self.print()),
      method(["int"], (self: JavaBigInteger, radix) => formatRadix(self.value, radix)),
    ],
    valueOf: method(["long"], (_self, n) => big(n)),
    xor: binary((a, b) => a ^ b),
  },
  numberMethods,
);

/** The bytes of the two's complement, the highest first. */
function twosComplement(n: bigint): JavaArray {
  const length = Math.floor(bitLength(n) / 8) + 1;
  const digits = BigInt.asUintN(length * 8, n)
    .toString(16)
    .padStart(length * 2, "0");
  return byteArray(Array.from({ length }, (_, i) => Number.parseInt(digits.slice(i * 2, i * 2 + 2), 16)));
}

function arrayOf(...integers: bigint[]): JavaArray {
  const array = new JavaArray();
  array.elementClass = "java.math.BigInteger";
  for (const n of integers) array.push(big(n));
  return array;
}

function shiftLeft(n: bigint, by: number): bigint {
  if (n !== 0n && by > 0) checkBits(bitLength(n) + by);
  return n << BigInt(n === 0n ? 0 : by);
}

function testBit(n: bigint, bit: number): boolean {
  if (bit < 0) throw arithmetic("Negative bit address");
  return (shiftLeft(n, -bit) & 1n) === 1n;
}

function oneBit(bit: number): bigint {
  if (bit < 0) throw arithmetic("Negative bit address");
  return shiftLeft(1n, bit);
}

function nonZero(n: bigint): bigint {
  if (n === 0n) throw arithmetic("BigInteger divide by zero");
  return n;
}

function exact(n: bigint, bits: number, type: string): number {
  if (BigInt.asIntN(bits, n) !== n) throw outOfRange(type);
  return Number(n);
}

function outOfRange(type: string): JavaException {
  return arithmetic(`BigInteger out of ${type} range`);
}

function arithmetic(message: string): JavaException {
  return new JavaException("java.lang.ArithmeticException", message);
}
