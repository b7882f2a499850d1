import { JavaArrayView } from "../collections/list-view.js";
import type { JavaArray } from "../value.js";
import { listMethods } from "./list.js";
import type { MethodTable } from "./method-table.js";

/** A Java array, which Velocity 1.7 wraps in a fixed-size list (`org.apache.velocity.util.ArrayListWrapper`) for method calls. */
export const javaArrayMethods: MethodTable<JavaArray> = listMethods<JavaArray>(
  (self) => new JavaArrayView(self),
  "java.util.AbstractList",
);
