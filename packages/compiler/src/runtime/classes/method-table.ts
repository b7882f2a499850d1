import type { JavaArray, JavaObject, Value } from "../value.js";

/** Parameter types as the Java signatures have them; `convert` decides which values fit. */
export type JavaType =
  | "byte"
  | "short"
  | "int"
  | "long"
  | "double"
  | "float"
  | "boolean"
  | "char"
  | "Object"
  | "String"
  | "CharSequence"
  | "Comparable"
  | "Collection"
  | "Map"
  | "Number"
  | "Integer"
  | "Long"
  | "Double"
  | "Boolean"
  | "BigInteger"
  | "BigDecimal"
  | "Object[]"
  | "char[]"
  | "byte[]"
  /** `java.util.function.*`, `Comparator`, `Locale`, `MathContext`, …: a template has none to pass, only null fits. */
  | "Function";

/** What a method body receives for a parameter of each type. */
export interface JavaParameter {
  byte: number;
  short: number;
  int: number;
  long: bigint;
  double: number;
  float: number;
  boolean: boolean;
  /** The UTF-16 code unit. */
  char: number;
  Object: Value;
  String: string | null;
  CharSequence: string | null;
  Comparable: Value;
  Collection: Value;
  Map: Value;
  Number: Value;
  Integer: Value;
  Long: Value;
  Double: Value;
  Boolean: boolean | null;
  BigInteger: Value;
  BigDecimal: Value;
  "Object[]": Value;
  "char[]": JavaArray | null;
  "byte[]": JavaArray | null;
  Function: null;
}

/** `undefined` is void: the reference prints nothing, but is not an invalid reference. */
export type MethodResult = Value | undefined;

export interface JavaMethod<Self> {
  readonly params: readonly JavaType[];
  invoke(self: Self, args: readonly unknown[]): MethodResult;
}

/** All public methods of one Java class, inherited ones included, by name; several entries are overloads. */
export type MethodTable<Self> = ReadonlyMap<string, readonly JavaMethod<Self>[]>;

type ParameterValues<Types extends readonly JavaType[]> = { -readonly [K in keyof Types]: JavaParameter[Types[K]] };

/** One overload; `body` gets the receiver and the converted arguments. */
export function method<Self, const Types extends readonly JavaType[]>(
  params: Types,
  body: (self: Self, ...args: ParameterValues<Types>) => MethodResult,
): JavaMethod<Self> {
  return { params, invoke: (self, args) => body(self, ...(args as ParameterValues<Types>)) };
}

/** A table from an object literal: `{ length: method([], …), substring: [method(["int"], …), …] }`; later bases are inherited. */
export function methodTable<Self>(
  own: Readonly<Record<string, JavaMethod<Self> | readonly JavaMethod<Self>[]>>,
  ...bases: MethodTable<Self>[]
): MethodTable<Self> {
  const table = new Map<string, readonly JavaMethod<Self>[]>();
  for (const base of [...bases].reverse()) for (const [name, overloads] of base) table.set(name, overloads);
  for (const [name, entry] of Object.entries(own))
    table.set(name, Array.isArray(entry) ? entry : [entry as JavaMethod<Self>]);
  return table;
}

/** Classes that answer methods themselves carry their table, so that dispatch needs no registry of them. */
export interface HasMethods<Self extends JavaObject> {
  readonly methods: MethodTable<Self>;
}
