import {
  double,
  doubleValue,
  float,
  floatValue,
  JavaByte,
  type JavaNumber,
  JavaShort,
  long,
  longValue,
  toInt,
} from "../number/index.js";
import { type MethodTable, method, methodTable } from "./method-table.js";

/** `java.lang.Number`. */
export const numberMethods: MethodTable<JavaNumber> = methodTable<JavaNumber>({
  byteValue: method([], (self) => new JavaByte(toInt(self))),
  doubleValue: method([], (self) => double(doubleValue(self))),
  floatValue: method([], (self) => float(floatValue(self))),
  intValue: method([], (self) => toInt(self)),
  longValue: method([], (self) => long(longValue(self))),
  shortValue: method([], (self) => new JavaShort(toInt(self))),
});
