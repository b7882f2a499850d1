import { long } from "../number/index.js";
import { bitCount, reverse, reverseBytes } from "../number/int-bits.js";
import { checkedSlice, decodeInteger, parseInteger, parseUnsigned } from "../number/parse-integer.js";
import { formatRadix } from "../number/radix.js";
import { JavaException } from "../value.js";
import { requireClass } from "./cast.js";
import { type MethodTable, method, methodTable } from "./method-table.js";
import { numberMethods } from "./number.js";
import { required } from "./string-bounds.js";

const parseInt32 = (text: string | null, radix = 10) => Number(parseInteger(text, radix, 32));
const parseUint32 = (text: string | null, radix = 10) => Number(parseUnsigned(text, radix, 32));
const compare = (a: number, b: number) => (a < b ? -1 : a > b ? 1 : 0);

/** `java.lang.Integer`, including its static methods, which Velocity calls through any instance. */
export const integerMethods: MethodTable<number> = methodTable<number>(
  {
    bitCount: method(["int"], (_self, n) => bitCount(n)),
    compare: method(["int", "int"], (_self, a, b) => compare(a, b)),
    compareTo: method(["Object"], (self, other) => {
      requireClass(other, "java.lang.Integer");
      return compare(self, other as number);
    }),
    compareUnsigned: method(["int", "int"], (_self, a, b) => compare(a >>> 0, b >>> 0)),
    decode: method(["String"], (_self, text) => Number(decodeInteger(required(text), 32))),
    divideUnsigned: method(["int", "int"], (_self, a, b) => Math.trunc((a >>> 0) / nonZero(b >>> 0)) | 0),
    // There is no system property that a template could name. Velocity keeps one overload of those that differ in int
    // and Integer only; the other takes a Short or Byte, too.
    getInteger: [method(["String"], () => null), method(["String", "Integer"], (_self, _name, fallback) => fallback)],
    hashCode: [method([], (self) => self), method(["int"], (_self, n) => n)],
    highestOneBit: method(["int"], (_self, n) => (n === 0 ? 0 : (0x8000_0000 >>> Math.clz32(n)) | 0)),
    lowestOneBit: method(["int"], (_self, n) => n & -n),
    max: method(["int", "int"], (_self, a, b) => Math.max(a, b)),
    min: method(["int", "int"], (_self, a, b) => Math.min(a, b)),
    numberOfLeadingZeros: method(["int"], (_self, n) => Math.clz32(n)),
    numberOfTrailingZeros: method(["int"], (_self, n) => (n === 0 ? 32 : 31 - Math.clz32(n & -n))),
    parseInt: [
      method(["String"], (_self, text) => parseInt32(text)),
      method(["String", "int"], (_self, text, radix) => parseInt32(text, radix)),
      method(["CharSequence", "int", "int", "int"], (_self, text, begin, end, radix) =>
        parseInt32(checkedSlice(text, begin, end), radix),
      ),
    ],
    parseUnsignedInt: [
      method(["String"], (_self, text) => parseUint32(text)),
      method(["String", "int"], (_self, text, radix) => parseUint32(text, radix)),
      method(["CharSequence", "int", "int", "int"], (_self, text, begin, end, radix) =>
        parseUint32(checkedSlice(text, begin, end), radix),
      ),
    ],
    remainderUnsigned: method(["int", "int"], (_self, a, b) => ((a >>> 0) % nonZero(b >>> 0)) | 0),
    reverse: method(["int"], (_self, n) => reverse(n)),
    reverseBytes: method(["int"], (_self, n) => reverseBytes(n)),
    rotateLeft: method(["int", "int"], (_self, n, by) => (n << by) | (n >>> -by)),
    rotateRight: method(["int", "int"], (_self, n, by) => (n >>> by) | (n << -by)),
    signum: method(["int"], (_self, n) => Math.sign(n)),
    sum: method(["int", "int"], (_self, a, b) => (a + b) | 0),
    toBinaryString: method(["int"], (_self, n) => (n >>> 0).toString(2)),
    toHexString: method(["int"], (_self, n) => (n >>> 0).toString(16)),
    toOctalString: method(["int"], (_self, n) => (n >>> 0).toString(8)),
    toString: [
      method([], (self) => String(self)),
      method(["int"], (_self, n) => String(n)),
      method(["int", "int"], (_self, n, radix) => formatRadix(n, radix)),
    ],
    toUnsignedLong: method(["int"], (_self, n) => long(BigInt(n >>> 0))),
    toUnsignedString: [
      method(["int"], (_self, n) => String(n >>> 0)),
      method(["int", "int"], (_self, n, radix) => formatRadix(n >>> 0, radix)),
    ],
    valueOf: [
      method(["String"], (_self, text) => parseInt32(text)),
      method(["String", "int"], (_self, text, radix) => parseInt32(text, radix)),
      method(["int"], (_self, n) => n),
    ],
  },
  numberMethods,
);

function nonZero(n: number): number {
  if (n === 0) throw new JavaException("java.lang.ArithmeticException", "/ by zero");
  return n;
}
