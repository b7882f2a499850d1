import { JavaByte, JavaShort } from "../number/index.js";
import { decodeInteger, parseInteger } from "../number/parse-integer.js";
import { requireClass } from "./cast.js";
import { type MethodTable, method, methodTable } from "./method-table.js";
import { numberMethods } from "./number.js";
import { required } from "./string-bounds.js";

/** `java.lang.Byte`, less the static methods that take a byte. */
export const byteMethods = smallIntegerMethods("Byte", 8, (n) => new JavaByte(n));

/** `java.lang.Short`, less the static methods that take a short. */
export const shortMethods = smallIntegerMethods("Short", 16, (n) => new JavaShort(n));

function smallIntegerMethods<Self extends JavaByte | JavaShort>(
  name: "Byte" | "Short",
  bits: 8 | 16,
  box: (n: number) => Self,
): MethodTable<Self> {
  const parse = [
    method(["String"], (_self: Self, text) => box(Number(parseInteger(text, 10, bits)))),
    method(["String", "int"], (_self: Self, text, radix) => box(Number(parseInteger(text, radix, bits)))),
  ];
  return methodTable<Self>(
    {
      compareTo: method(["Object"], (self, other) => {
        requireClass(other, `java.lang.${name}`);
        return self.value - (other as Self).value;
      }),
      decode: method(["String"], (_self, text) => box(Number(decodeInteger(required(text), bits)))),
      [`parse${name}`]: parse,
      valueOf: parse,
    },
    numberMethods,
  );
}
