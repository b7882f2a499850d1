import { javaEquals } from "../object/equals.js";
import { javaHashCode } from "../object/hash-code.js";
import { javaClassOf } from "../object/java-class.js";
import { print } from "../object/print.js";
import { JavaException, type Value } from "../value.js";
import { type MethodTable, method, methodTable } from "./method-table.js";

/** `java.lang.Object`, without `wait` and `notify`, which Velocity's SecureUberspector refuses. */
export const objectMethods: MethodTable<Value> = methodTable<Value>({
  equals: method(["Object"], (self, other) => javaEquals(self, other)),
  getClass: method([], (self) => javaClassOf(self)),
  hashCode: method([], (self) => javaHashCode(self)),
  notifyAll: method([], () => {
    throw new JavaException("java.lang.IllegalMonitorStateException", "current thread is not owner");
  }),
  toString: method([], (self: Value) => print(self)),
});
