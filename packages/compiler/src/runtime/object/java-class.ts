import { ArrayList, isList, JavaArray, JavaObject, type Value } from "../value.js";

/** What `getClass()` returns. The service lets a template read its name only. */
export class JavaClassObject extends JavaObject {
  override readonly className = "java.lang.Class";
  readonly name: string;

  constructor(name: string) {
    super();
    this.name = name;
  }

  override print(): string {
    return `class ${this.name}`;
  }

  override equals(other: Value): boolean {
    return other instanceof JavaClassObject && other.name === this.name;
  }
}

export function javaClassOf(value: Value): Value {
  return new JavaClassObject(className(value));
}

/** The name of the value's Java class as `Class.getName()` has it; `null` for null. The service's class for `$context` is not known. */
export function className(value: Value): string {
  switch (typeof value) {
    case "string":
      return "java.lang.String";
    case "number":
      if (!Number.isInteger(value)) return "java.lang.Double";
      return (value | 0) === value ? "java.lang.Integer" : "java.lang.Long";
    case "bigint":
      return "java.lang.Long";
    case "boolean":
      return "java.lang.Boolean";
  }
  if (value === null) return "null";
  if (value instanceof JavaObject) return value.className;
  if (!isList(value)) return "java.util.LinkedHashMap";
  if (value instanceof ArrayList) return "java.util.ArrayList";
  return value instanceof JavaArray ? arrayClassName(value.elementClass) : "net.minidev.json.JSONArray";
}

function arrayClassName(elementClass: string): string {
  return PRIMITIVE_ARRAYS.get(elementClass) ?? `[L${elementClass};`;
}

/** The class names of arrays of primitives. */
const PRIMITIVE_ARRAYS: ReadonlyMap<string, string> = new Map([
  ["byte", "[B"],
  ["char", "[C"],
]);

/** An array of a primitive type is no `Object[]`. */
export function isPrimitiveArray(value: Value): boolean {
  return value instanceof JavaArray && PRIMITIVE_ARRAYS.has(value.elementClass);
}
