import { JavaByte } from "../number/index.js";
import { decodeInteger, parseInteger } from "../number/parse-integer.js";
import { requireClass } from "./cast.js";
import { type MethodTable, method, methodTable } from "./method-table.js";
import { numberMethods } from "./number.js";
import { required } from "./string-bounds.js";

const parse = (text: string | null, radix = 10) => new JavaByte(Number(parseInteger(text, radix, 8)));

/** `java.lang.Byte`, less the static methods that take a byte. */
export const byteMethods: MethodTable<JavaByte> = methodTable<JavaByte>(
  {
    compareTo: method(["Object"], (self, other) => {
      requireClass(other, "java.lang.Byte");
      return self.value - (other as JavaByte).value;
    }),
    decode: method(["String"], (_self, text) => new JavaByte(Number(decodeInteger(required(text), 8)))),
    parseByte: [
      method(["String"], (_self, text) => parse(text)),
      method(["String", "int"], (_self, text, radix) => parse(text, radix)),
    ],
    valueOf: [
      method(["String"], (_self, text) => parse(text)),
      method(["String", "int"], (_self, text, radix) => parse(text, radix)),
    ],
  },
  numberMethods,
);
