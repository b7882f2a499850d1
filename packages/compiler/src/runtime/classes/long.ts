import { long } from "../number/index.js";
import { bitCount, reverse, reverseBytes } from "../number/int-bits.js";
import { bitLength } from "../number/integer-size.js";
import { checkedSlice, decodeInteger, parseInteger, parseUnsigned } from "../number/parse-integer.js";
import { formatRadix } from "../number/radix.js";
import { javaHashCode } from "../object/hash-code.js";
import { JavaException } from "../value.js";
import { requireClass } from "./cast.js";
import { type MethodTable, method, methodTable } from "./method-table.js";
import { numberMethods } from "./number.js";
import { required } from "./string-bounds.js";

type Long = number | bigint;

const parse = (text: string | null, radix = 10) => long(parseInteger(text, radix, 64));
const parseUint64 = (text: string | null, radix = 10) => long(parseUnsigned(text, radix, 64));
const compare = (a: Long, b: Long) => (a < b ? -1 : a > b ? 1 : 0);
const unsigned = (n: bigint) => BigInt.asUintN(64, n);
const wrapped = (n: bigint) => long(BigInt.asIntN(64, n));
const highWord = (n: bigint) => Number(BigInt.asIntN(32, n >> 32n));
const lowWord = (n: bigint) => Number(BigInt.asIntN(32, n));
const ofWords = (high: number, low: number) => wrapped((BigInt(high) << 32n) | BigInt(low >>> 0));
const leadingZeros = (n: bigint) => 64 - bitLength(unsigned(n));
const lowestOneBit = (n: bigint) => unsigned(n & -n);
const rotateLeft = (n: bigint, by: number) => {
  const distance = BigInt(by & 63);
  return wrapped((n << distance) | (unsigned(n) >> (64n - distance)));
};

/** `java.lang.Long`, including its static methods, which Velocity calls through any instance. */
export const longMethods: MethodTable<Long> = methodTable<Long>(
  {
    bitCount: method(["long"], (_self, n) => bitCount(highWord(n)) + bitCount(lowWord(n))),
    compare: method(["long", "long"], (_self, a, b) => compare(a, b)),
    compareTo: method(["Object"], (self, other) => {
      requireClass(other, "java.lang.Long");
      return compare(self, other as Long);
    }),
    compareUnsigned: method(["long", "long"], (_self, a, b) => compare(unsigned(a), unsigned(b))),
    decode: method(["String"], (_self, text) => long(decodeInteger(required(text), 64))),
    divideUnsigned: method(["long", "long"], (_self, a, b) => wrapped(unsigned(a) / nonZero(unsigned(b)))),
    // There is no system property that a template could name. Velocity keeps one overload of those that differ in long
    // and Long only.
    getLong: [method(["String"], () => null), method(["String", "long"], (_self, _name, fallback) => long(fallback))],
    hashCode: [method([], (self) => javaHashCode(self)), method(["long"], (_self, n) => javaHashCode(n))],
    highestOneBit: method(["long"], (_self, n) => (n === 0n ? 0n : wrapped(1n << BigInt(63 - leadingZeros(n))))),
    lowestOneBit: method(["long"], (_self, n) => wrapped(lowestOneBit(n))),
    max: method(["long", "long"], (_self, a, b) => long(compare(a, b) > 0 ? a : b)),
    min: method(["long", "long"], (_self, a, b) => long(compare(a, b) < 0 ? a : b)),
    numberOfLeadingZeros: method(["long"], (_self, n) => leadingZeros(n)),
    numberOfTrailingZeros: method(["long"], (_self, n) => (n === 0n ? 64 : bitLength(lowestOneBit(n)) - 1)),
    parseLong: [
      method(["String"], (_self, text) => parse(text)),
      method(["String", "int"], (_self, text, radix) => parse(text, radix)),
      method(["CharSequence", "int", "int", "int"], (_self, text, begin, end, radix) =>
        parse(checkedSlice(text, begin, end), radix),
      ),
    ],
    parseUnsignedLong: [
      method(["String"], (_self, text) => parseUint64(text)),
      method(["String", "int"], (_self, text, radix) => parseUint64(text, radix)),
      method(["CharSequence", "int", "int", "int"], (_self, text, begin, end, radix) =>
        parseUint64(checkedSlice(text, begin, end), radix),
      ),
    ],
    remainderUnsigned: method(["long", "long"], (_self, a, b) => wrapped(unsigned(a) % nonZero(unsigned(b)))),
    reverse: method(["long"], (_self, n) => ofWords(reverse(lowWord(n)), reverse(highWord(n)))),
    reverseBytes: method(["long"], (_self, n) => ofWords(reverseBytes(lowWord(n)), reverseBytes(highWord(n)))),
    rotateLeft: method(["long", "int"], (_self, n, by) => rotateLeft(n, by)),
    rotateRight: method(["long", "int"], (_self, n, by) => rotateLeft(n, -by)),
    signum: method(["long"], (_self, n) => compare(n, 0n)),
    sum: method(["long", "long"], (_self, a, b) => wrapped(a + b)),
    toBinaryString: method(["long"], (_self, n) => unsigned(n).toString(2)),
    toHexString: method(["long"], (_self, n) => unsigned(n).toString(16)),
    toOctalString: method(["long"], (_self, n) => unsigned(n).toString(8)),
    toString: [
      method([], (self) => String(self)),
      method(["long"], (_self, n) => String(n)),
      method(["long", "int"], (_self, n, radix) => formatRadix(n, radix)),
    ],
    toUnsignedString: [
      method(["long"], (_self, n) => String(unsigned(n))),
      method(["long", "int"], (_self, n, radix) => formatRadix(unsigned(n), radix)),
    ],
    valueOf: [
      method(["String"], (_self, text) => parse(text)),
      method(["String", "int"], (_self, text, radix) => parse(text, radix)),
      method(["long"], (_self, n) => long(n)),
    ],
  },
  numberMethods,
);

function nonZero(n: bigint): bigint {
  if (n === 0n) throw new JavaException("java.lang.ArithmeticException", "/ by zero");
  return n;
}
