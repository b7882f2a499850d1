import { arrayListMethods } from "./runtime/classes/array-list.js";
import { booleanMethods } from "./runtime/classes/boolean.js";
import { doubleMethods } from "./runtime/classes/double.js";
import { integerMethods } from "./runtime/classes/integer.js";
import { linkedHashMapMethods } from "./runtime/classes/map.js";
import { mapEntryMethods, mapViewMethods } from "./runtime/classes/map-views.js";
import type { MethodTable } from "./runtime/classes/method-table.js";
import { objectMethods } from "./runtime/classes/object.js";
import { stringMethods } from "./runtime/classes/string.js";
import { InputRoot } from "./runtime/roots/input.js";
import { utilRoot } from "./runtime/roots/util.js";

/** What a method takes: the parameter types of the Java signature. */
export interface JavaMember {
  readonly name: string;
  /** One list of types for each overload. */
  readonly overloads: readonly (readonly string[])[];
}

const tables = {
  Input: () => new InputRoot({}).methods,
  Util: () => utilRoot.methods,
  Object: () => objectMethods,
  String: () => stringMethods,
  List: () => arrayListMethods,
  Map: () => linkedHashMapMethods,
  Collection: () => mapViewMethods,
  Entry: () => mapEntryMethods,
  Integer: () => integerMethods,
  Double: () => doubleMethods,
  Boolean: () => booleanMethods,
} satisfies Record<string, () => MethodTable<never>>;

/** A class of values that templates meet; `Collection` is what `keySet()`, `values()` and `entrySet()` give. */
export type JavaClassName = keyof typeof tables;

/** The methods that the runtime has for a class, so that whoever describes them cannot drift from it. */
export function javaMembers(className: JavaClassName): readonly JavaMember[] {
  return [...tables[className]()].map(([name, overloads]) => ({
    name,
    overloads: overloads.map(({ params }) => params),
  }));
}
