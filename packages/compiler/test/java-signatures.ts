import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { invokeMethod } from "../src/runtime/classes/method-lookup.js";
import type { MethodTable } from "../src/runtime/classes/method-table.js";
import { methodsOf } from "../src/runtime/classes/methods-of.js";
import { objectMethods } from "../src/runtime/classes/object.js";
import { mapPut, newMap } from "../src/runtime/collections/map.js";
import {
  float,
  JavaBigDecimal,
  JavaBigInteger,
  JavaByte,
  JavaCharacter,
  JavaShort,
} from "../src/runtime/number/index.js";
import { arrayListOf, type Value } from "../src/runtime/value.js";

export const signaturesFile = fileURLToPath(new URL("../../../fixtures/java-signatures.tsv", import.meta.url));
/** The program that prints the file's lines; see there. */
export const signaturesProgram = fileURLToPath(new URL("../../../scripts/java/Signatures.java", import.meta.url));

/** A public method that Velocity finds on a value of the class. */
export interface Signature {
  readonly className: string;
  readonly name: string;
  readonly types: readonly string[];
}

export function readSignatures(): Signature[] {
  return readFileSync(signaturesFile, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => {
      const [className = "", name = "", types = ""] = line.split(/[\t(]/);
      return {
        className,
        name,
        types: types
          .slice(0, -1)
          .split(",")
          .filter((type) => type !== ""),
      };
    });
}

const list = arrayListOf(["a", "b"]);
const map = newMap();
mapPut(map, "a", 1);
const call = (target: Value, name: string, ...args: Value[]) => invokeMethod(target, name, args) as Value;

/** A value of each class in the file. */
const values: Readonly<Record<string, NonNullable<Value>>> = {
  String: "",
  Integer: 1,
  Long: 5_000_000_000,
  Short: new JavaShort(1),
  Byte: new JavaByte(1),
  Double: 1.5,
  Float: float(1),
  BigInteger: new JavaBigInteger(1n),
  BigDecimal: new JavaBigDecimal(1n, 0),
  Boolean: true,
  Character: new JavaCharacter(97),
  ArrayList: list,
  SubList: call(list, "subList", 0, 1)!,
  LinkedHashMap: map,
  KeySet: call(map, "keySet")!,
  Values: call(map, "values")!,
  EntrySet: call(map, "entrySet")!,
  Entry: call(call(call(map, "entrySet"), "iterator"), "next")!,
  Iterator: call(list, "iterator")!,
  ListIterator: call(list, "listIterator")!,
};

/** The names that our tables have for types of which a template has no value, and for those that mean the same. */
const TYPES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      ...[
        "Function",
        "BiFunction",
        "Predicate",
        "Consumer",
        "BiConsumer",
        "UnaryOperator",
        "IntFunction",
        "Comparator",
      ],
      ...["Locale", "MathContext", "RoundingMode", "Charset"],
    ].map((type) => [type, "Function"]),
  ),
  Iterable: "Collection",
  "CharSequence[]": "Object[]",
};

export function isThere({ className, name, types }: Signature): boolean {
  // The other overload of compareTo, which Velocity finds too, takes an Object.
  const wanted = name === "compareTo" ? ["Object"] : types.map((type) => TYPES[type] ?? type);
  const has = (table: MethodTable<never>) =>
    (table.get(name) ?? []).some(({ params }) => params.join() === wanted.join());
  return has(methodsOf(values[className]!)) || has(objectMethods);
}
