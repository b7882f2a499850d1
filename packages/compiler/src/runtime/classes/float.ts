import { formatHexFloat } from "../number/hex-float.js";
import { compareDoubles, float, formatFloat, type JavaFloat } from "../number/index.js";
import { floatHash } from "../number/java-float.js";
import { parseFloat32 } from "../number/parse-double.js";
import { requireClass } from "./cast.js";
import { type MethodTable, method, methodTable } from "./method-table.js";
import { numberMethods } from "./number.js";

const bits = new DataView(new ArrayBuffer(4));

/** `java.lang.Float`, including its static methods, which Velocity calls through any instance. */
export const floatMethods: MethodTable<JavaFloat> = methodTable<JavaFloat>(
  {
    compare: method(["float", "float"], (_self, a, b) => compareDoubles(Math.fround(a), Math.fround(b))),
    compareTo: method(["Object"], (self, other) => {
      requireClass(other, "java.lang.Float");
      return compareDoubles(self.value, (other as JavaFloat).value);
    }),
    floatToIntBits: method(["float"], (_self, n) => floatHash(n)),
    floatToRawIntBits: method(["float"], (_self, n) => floatHash(n)),
    hashCode: [method([], (self) => self.hashCode()), method(["float"], (_self, n) => floatHash(n))],
    intBitsToFloat: method(["int"], (_self, n) => {
      bits.setInt32(0, n);
      return float(bits.getFloat32(0));
    }),
    isFinite: method(["float"], (_self, n) => Number.isFinite(n)),
    isInfinite: [method([], (self) => isInfinite(self.value)), method(["float"], (_self, n) => isInfinite(n))],
    isNaN: [method([], (self) => Number.isNaN(self.value)), method(["float"], (_self, n) => Number.isNaN(n))],
    max: method(["float", "float"], (_self, a, b) => float(Math.max(a, b))),
    min: method(["float", "float"], (_self, a, b) => float(Math.min(a, b))),
    parseFloat: method(["String"], (_self, text) => float(parseFloat32(text))),
    sum: method(["float", "float"], (_self, a, b) => float(Math.fround(a) + Math.fround(b))),
    toHexString: method(["float"], (_self, n) => formatHexFloat(Math.fround(n), "float")),
    toString: [
      method([], (self: JavaFloat) => self.print()),
      method(["float"], (_self, n) => formatFloat(Math.fround(n))),
    ],
    valueOf: [
      method(["String"], (_self, text) => float(parseFloat32(text))),
      method(["float"], (_self, n) => float(n)),
    ],
  },
  numberMethods,
);

function isInfinite(n: number): boolean {
  return Math.abs(n) === Number.POSITIVE_INFINITY;
}
