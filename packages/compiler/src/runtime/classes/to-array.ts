import { nullPointer } from "../collections/exceptions.js";
import { className } from "../object/java-class.js";
import { JavaArray, JavaException, type Value } from "../value.js";
import { type JavaMethod, method } from "./method-table.js";

/** The overloads of `Collection.toArray`. */
export function toArrayMethods<Self>(items: (self: Self) => readonly Value[]): readonly JavaMethod<Self>[] {
  return [
    method([], (self: Self) => fill(new JavaArray(), items(self))),
    method(["Object[]"], (self: Self, target) => intoArray(items(self), target)),
    method(["Function"], () => {
      throw nullPointer("generator is null");
    }),
  ];
}

/** Fills the given array when the items fit, ending them with null, and a new one of its class otherwise. */
function intoArray(items: readonly Value[], target: Value): Value {
  if (!(target instanceof JavaArray)) throw nullPointer("array is null");
  if (target.elementClass === "java.lang.String") {
    const odd = items.find((item) => item !== null && typeof item !== "string");
    if (odd !== undefined) throw new JavaException("java.lang.ArrayStoreException", className(odd));
  }
  if (target.length > items.length) target[items.length] = null;
  if (target.length >= items.length) return fill(target, items);
  const copy = new JavaArray();
  copy.elementClass = target.elementClass;
  return fill(copy, items);
}

function fill(array: JavaArray, items: readonly Value[]): JavaArray {
  for (const [index, item] of items.entries()) array[index] = item;
  return array;
}
