import { JavaByte, JavaShort, long } from "../number/index.js";
import { decodeInteger, parseInteger } from "../number/parse-integer.js";
import { requireClass } from "./cast.js";
import { type MethodTable, method, methodTable } from "./method-table.js";
import { numberMethods } from "./number.js";
import { required } from "./string-bounds.js";

/** `java.lang.Byte`, including its static methods, which Velocity calls through any instance. */
export const byteMethods = smallIntegerMethods("Byte", 8, (n) => new JavaByte(n));

/** `java.lang.Short`, likewise. */
export const shortMethods = methodTable<JavaShort>(
  { reverseBytes: method(["short"], (_self, n) => new JavaShort(((n & 0xff) << 8) | ((n >> 8) & 0xff))) },
  smallIntegerMethods("Short", 16, (n) => new JavaShort(n)),
);

function smallIntegerMethods<Self extends JavaByte | JavaShort>(
  name: "Byte" | "Short",
  bits: 8 | 16,
  box: (n: number) => Self,
): MethodTable<Self> {
  const primitive = name === "Byte" ? "byte" : "short";
  const unsigned = (n: number) => n & (2 ** bits - 1);
  const parse = [
    method(["String"], (_self: Self, text) => box(Number(parseInteger(text, 10, bits)))),
    method(["String", "int"], (_self: Self, text, radix) => box(Number(parseInteger(text, radix, bits)))),
  ];
  return methodTable<Self>(
    {
      compare: method([primitive, primitive], (_self, a, b) => a - b),
      compareUnsigned: method([primitive, primitive], (_self, a, b) => unsigned(a) - unsigned(b)),
      compareTo: method(["Object"], (self, other) => {
        requireClass(other, `java.lang.${name}`);
        return self.value - (other as Self).value;
      }),
      decode: method(["String"], (_self, text) => box(Number(decodeInteger(required(text), bits)))),
      hashCode: [method([], (self: Self) => self.hashCode()), method([primitive], (_self: Self, n) => n)],
      [`parse${name}`]: parse,
      toString: [method([], (self: Self) => self.print()), method([primitive], (_self: Self, n) => String(n))],
      toUnsignedInt: method([primitive], (_self, n) => unsigned(n)),
      toUnsignedLong: method([primitive], (_self, n) => long(BigInt(unsigned(n)))),
      valueOf: [...parse, method([primitive], (_self: Self, n) => box(n))],
    },
    numberMethods,
  );
}
