import { JavaShort } from "../number/index.js";
import { decodeInteger, parseInteger } from "../number/parse-integer.js";
import { requireClass } from "./cast.js";
import { type MethodTable, method, methodTable } from "./method-table.js";
import { numberMethods } from "./number.js";
import { required } from "./string-bounds.js";

const parse = (text: string | null, radix = 10) => new JavaShort(Number(parseInteger(text, radix, 16)));

/** `java.lang.Short`, less the static methods that take a short. */
export const shortMethods: MethodTable<JavaShort> = methodTable<JavaShort>(
  {
    compareTo: method(["Object"], (self, other) => {
      requireClass(other, "java.lang.Short");
      return self.value - (other as JavaShort).value;
    }),
    decode: method(["String"], (_self, text) => new JavaShort(Number(decodeInteger(required(text), 16)))),
    parseShort: [
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
