import { doubleToLongBits, longBitsToDouble } from "../number/double-bits.js";
import { formatHexFloat } from "../number/hex-float.js";
import { compareDoubles, double, doubleValue, formatDouble, type JavaDouble, long } from "../number/index.js";
import { parseDouble } from "../number/parse-double.js";
import { javaHashCode } from "../object/hash-code.js";
import { requireClass } from "./cast.js";
import { type MethodTable, method, methodTable } from "./method-table.js";
import { numberMethods } from "./number.js";

type Double = number | JavaDouble;

/** `java.lang.Double`, including its static methods, which Velocity calls through any instance. */
export const doubleMethods: MethodTable<Double> = methodTable<Double>(
  {
    compare: method(["double", "double"], (_self, a, b) => compareDoubles(a, b)),
    compareTo: method(["Object"], (self, other) => {
      requireClass(other, "java.lang.Double");
      return compareDoubles(doubleValue(self), doubleValue(other));
    }),
    doubleToLongBits: method(["double"], (_self, n) => long(doubleToLongBits(n))),
    doubleToRawLongBits: method(["double"], (_self, n) => long(doubleToLongBits(n))),
    hashCode: [method([], (self) => javaHashCode(self)), method(["double"], (_self, n) => javaHashCode(double(n)))],
    isFinite: method(["double"], (_self, n) => Number.isFinite(n)),
    isInfinite: [method([], (self) => isInfinite(doubleValue(self))), method(["double"], (_self, n) => isInfinite(n))],
    isNaN: [method([], (self) => Number.isNaN(doubleValue(self))), method(["double"], (_self, n) => Number.isNaN(n))],
    longBitsToDouble: method(["long"], (_self, n) => double(longBitsToDouble(n))),
    max: method(["double", "double"], (_self, a, b) => double(Math.max(a, b))),
    min: method(["double", "double"], (_self, a, b) => double(Math.min(a, b))),
    parseDouble: method(["String"], (_self, text) => double(parseDouble(text))),
    sum: method(["double", "double"], (_self, a, b) => double(a + b)),
    toHexString: method(["double"], (_self, n) => formatHexFloat(n, "double")),
    toString: [
      method([], (self: Double) => formatDouble(doubleValue(self))),
      method(["double"], (_self, n) => formatDouble(n)),
    ],
    valueOf: [
      method(["String"], (_self, text) => double(parseDouble(text))),
      method(["double"], (_self, n) => double(n)),
    ],
  },
  numberMethods,
);

function isInfinite(n: number): boolean {
  return Math.abs(n) === Number.POSITIVE_INFINITY;
}
