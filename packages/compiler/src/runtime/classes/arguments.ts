import { doubleValue } from "../number/index.js";
import { print } from "../object/print.js";
import { JavaArray, JavaException, type Value } from "../value.js";
import type { JavaType } from "./method-table.js";

/**
 * The arguments in the shapes that a method body takes (`JavaParameter`); they must fit the parameters.
 * Throws IllegalArgumentException when a method without parameters is given some.
 */
export function convertArguments(params: readonly JavaType[], args: readonly Value[]): readonly unknown[] {
  if (params.length === 0) {
    if (args.length > 0) throw new JavaException("java.lang.IllegalArgumentException", "wrong number of arguments");
    return args;
  }
  const actual = params.at(-1) === "Object[]" ? collectVariable(params.length - 1, args) : args;
  return params.map((type, index) => convert(type, actual[index] as Value));
}

/** Velocity takes every last parameter of an array type for a variable one, whether Java declares it so or not. */
function collectVariable(fixed: number, args: readonly Value[]): readonly Value[] {
  const last = args[fixed];
  if (args.length === fixed + 1 && (last === null || last instanceof JavaArray)) return args;
  const array = new JavaArray();
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
