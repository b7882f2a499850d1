import { JavaCollection } from "../collections/collection.js";
import { className, isPrimitiveArray } from "../object/java-class.js";
import { isList, isMap, JavaArray, type Value } from "../value.js";
import type { JavaType } from "./method-table.js";

/** Whether an argument fits a parameter: `IntrospectionUtils.isMethodInvocationConvertible` of Velocity 1.7, less varargs. */
export function accepts(type: JavaType, value: Value): boolean {
  if (type === "Object") return true;
  if (value === null) return !isPrimitive(type);
  switch (type) {
    case "String":
    case "CharSequence":
      return typeof value === "string";
    case "boolean":
    case "Boolean":
      return typeof value === "boolean";
    case "Collection":
      return (isList(value) && !(value instanceof JavaArray)) || value instanceof JavaCollection;
    case "Map":
      return isMap(value);
    case "Object[]":
      return value instanceof JavaArray && !isPrimitiveArray(value);
    case "char[]":
      return value instanceof JavaArray && value.elementClass === "char";
    case "byte[]":
      return value instanceof JavaArray && value.elementClass === "byte";
    case "Function":
      return false;
    default:
      return CLASSES[type].has(className(value));
  }
}

/** Whether every value of one parameter type fits the other: `isStrictMethodInvocationConvertible`, less varargs. */
export function widensTo(from: JavaType, to: JavaType): boolean {
  if (from === to) return true;
  return to === "Object" ? !isPrimitive(from) : (SUBTYPES[to]?.includes(from) ?? false);
}

export function isPrimitive(type: JavaType): boolean {
  return PRIMITIVES.has(type);
}

/**
 * Velocity takes every last parameter of an array type for a variable one, whether Java declares it so or not: the type
 * of its elements. No method has `byte[]` last and takes single bytes.
 */
export function variableElement(last: JavaType): "Object" | "char" | undefined {
  if (last === "Object[]") return "Object";
  return last === "char[]" ? "char" : undefined;
}

/** The class by which `ClassMap` registers a parameter: primitives go by their wrappers. */
export function declaredClassName(type: JavaType): string {
  return DECLARED_CLASSES[type];
}

const PRIMITIVES: ReadonlySet<JavaType> = new Set<JavaType>([
  ...(["byte", "short", "int", "long", "double", "float", "boolean", "char"] as const),
]);

const SHORTS = ["java.lang.Short", "java.lang.Byte"];
const INTS = ["java.lang.Integer", ...SHORTS];
const LONGS = ["java.lang.Long", ...INTS];
const FLOATS = ["java.lang.Float", ...LONGS];
const DOUBLES = ["java.lang.Double", ...FLOATS];
const NUMBERS = [...DOUBLES, "java.math.BigInteger", "java.math.BigDecimal"];

type TypeOfClasses = Exclude<
  JavaType,
  | "Object"
  | "String"
  | "CharSequence"
  | "boolean"
  | "Boolean"
  | "Collection"
  | "Map"
  | "Object[]"
  | "char[]"
  | "byte[]"
  | "Function"
>;

/** The classes whose instances fit a parameter, where these are known by name. */
const CLASSES: Readonly<Record<TypeOfClasses, ReadonlySet<string>>> = {
  byte: new Set(["java.lang.Byte"]),
  short: new Set(SHORTS),
  int: new Set(INTS),
  long: new Set(LONGS),
  float: new Set(FLOATS),
  double: new Set(DOUBLES),
  char: new Set(["java.lang.Character"]),
  Integer: new Set(["java.lang.Integer"]),
  Long: new Set(["java.lang.Long"]),
  Double: new Set(["java.lang.Double"]),
  BigInteger: new Set(["java.math.BigInteger"]),
  BigDecimal: new Set(["java.math.BigDecimal"]),
  Number: new Set(NUMBERS),
  Comparable: new Set([...NUMBERS, "java.lang.String", "java.lang.Boolean", "java.lang.Character"]),
};

const SUBTYPES: Readonly<Partial<Record<JavaType, readonly JavaType[]>>> = {
  short: ["byte"],
  int: ["short", "byte"],
  long: ["int", "short", "byte"],
  float: ["long", "int", "short", "byte"],
  double: ["float", "long", "int", "short", "byte"],
  CharSequence: ["String"],
  Comparable: ["String", "Integer", "Long", "Double", "Boolean", "BigInteger", "BigDecimal"],
  Number: ["Integer", "Long", "Double", "BigInteger", "BigDecimal"],
};

const DECLARED_CLASSES: Readonly<Record<JavaType, string>> = {
  byte: "java.lang.Byte",
  short: "java.lang.Short",
  int: "java.lang.Integer",
  long: "java.lang.Long",
  double: "java.lang.Double",
  float: "java.lang.Float",
  boolean: "java.lang.Boolean",
  char: "java.lang.Character",
  Object: "java.lang.Object",
  String: "java.lang.String",
  CharSequence: "java.lang.CharSequence",
  Comparable: "java.lang.Comparable",
  Collection: "java.util.Collection",
  Map: "java.util.Map",
  Number: "java.lang.Number",
  Integer: "java.lang.Integer",
  Long: "java.lang.Long",
  Double: "java.lang.Double",
  Boolean: "java.lang.Boolean",
  BigInteger: "java.math.BigInteger",
  BigDecimal: "java.math.BigDecimal",
  "Object[]": "[Ljava.lang.Object;",
  "char[]": "[C",
  "byte[]": "[B",
  Function: "java.util.function.Function",
};
