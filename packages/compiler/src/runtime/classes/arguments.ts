import { doubleValue } from "../number/index.js";
import { print } from "../object/print.js";
import { JavaArray, JavaException, type Value } from "../value.js";
import { variableElement } from "./java-type.js";
import type { JavaType } from "./method-table.js";
import { charArray } from "./string-bytes.js";

/**
 * The arguments in the shapes that a method body takes (`JavaParameter`); they must fit the parameters.
 * Throws IllegalArgumentException when a method without parameters is given some.
 */
export function convertArguments(params: readonly JavaType[], args: readonly Value[]): readonly unknown[] {
  if (params.length === 0) {
    if (args.length > 0) throw new JavaException("java.lang.IllegalArgumentException", "wrong number of arguments");
    return args;
  }
  const element = variableElement(params.at(-1) as JavaType);
  const actual = element === undefined ? args : collectVariable(params.length - 1, args, element);
  return params.map((type, index) => convert(type, actual[index] as Value));
}

function collectVariable(fixed: number, args: readonly Value[], element: "Object" | "char"): readonly Value[] {
  const last = args[fixed];
  if (args.length === fixed + 1 && (last === null || last instanceof JavaArray)) return args;
  const array = element === "char" ? charArray("") : new JavaArray();
  for (const arg of args.slice(fixed)) array.push(arg);
  return [...args.slice(0, fixed), array];
}

function convert(type: JavaType, value: Value): unknown {
  switch (type) {
    case "byte":
    case "short":
    case "int":
    case "double":
    case "float":
      return typeof value === "number" ? value : doubleValue(value);
    case "long":
      return typeof value === "bigint" ? value : BigInt(doubleValue(value));
    case "char":
      return print(value).charCodeAt(0);
    default:
      return value;
  }
}
