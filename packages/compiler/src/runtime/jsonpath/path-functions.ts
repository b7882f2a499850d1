import { mapSize } from "../collections/map.js";
import { KeySet } from "../collections/map-views.js";
import { double, doubleValue, isNumber, toInt } from "../number/index.js";
import { print } from "../object/print.js";
import { isList, isMap, JavaException, type Value } from "../value.js";
import type { Step } from "./evaluation.js";
import { invalidPath, jsonPathFailure } from "./exceptions.js";
import { compileWalk } from "./path-compiler.js";
import type { FunctionArgument, PathToken } from "./path-syntax.js";
import type { StepContext } from "./steps.js";

/** `args` are the values of the arguments; null for null. */
type PathFunction = (value: Value, args: readonly Value[]) => Value;

const FUNCTIONS: ReadonlyMap<string, PathFunction> = new Map<string, PathFunction>([
  ["length", length],
  ["size", length],
  ["min", aggregation(minimum)],
  ["max", aggregation(maximum)],
  ["sum", aggregation(sum)],
  ["avg", aggregation((numbers) => sum(numbers) / numbers.length)],
  ["stddev", aggregation(standardDeviation)],
  ["concat", concat],
  ["append", append],
  ["keys", (value) => (isMap(value) ? new KeySet(value) : null)],
  ["first", (value) => itemAt(value, 0)],
  ["last", (value) => itemAt(value, -1)],
  ["index", (value, args) => itemAt(value, indexArgument(args))],
]);

/** A call at the end of a path, or in it: then what it returns counts as a result too, as in Jayway. */
export function functionStep(token: PathToken & { kind: "function" }, context: StepContext): Step {
  const args = token.args.map(compileArgument);
  return (value, walk) => {
    const call = FUNCTIONS.get(token.name);
    if (call === undefined) throw invalidPath(`Function with name: ${token.name} does not exist.`);
    const result = call(
      value,
      args.map((argument) => argument(walk)),
    );
    if (!context.isLast) walk.results.push(result);
    context.next(result, walk);
  };
}

/** Paths among the arguments start at the document, even those with `@`. */
function compileArgument(argument: FunctionArgument): (walk: Parameters<Step>[1]) => Value {
  if (argument.kind === "json") return () => argument.value;
  const read = compileWalk(argument.path);
  return ({ evaluation }) => read(evaluation.document, evaluation, false);
}

function length(value: Value): Value {
  if (isList(value)) return value.length;
  return isMap(value) ? mapSize(value) : null;
}

/** Of the numbers in the value, if it is a list, and in the arguments. Throws JsonPathException if there are none. */
function aggregation(aggregate: (numbers: readonly number[]) => number): PathFunction {
  return (value, args) => {
    const numbers = [...(isList(value) ? value : []), ...args.flatMap(itemsOf)].filter(isNumber).map(doubleValue);
    if (numbers.length === 0) {
      throw jsonPathFailure("Aggregation function attempted to calculate value using empty array");
    }
    return double(aggregate(numbers));
  };
}

/** Not `Math.min`: Java's comparison passes over NaN, and keeps 0 when it meets -0. */
function minimum(numbers: readonly number[]): number {
  let least = Number.MAX_VALUE;
  for (const n of numbers) if (least > n) least = n;
  return least;
}

function maximum(numbers: readonly number[]): number {
  let greatest = -Number.MAX_VALUE;
  for (const n of numbers) if (greatest < n) greatest = n;
  return greatest;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}

function standardDeviation(numbers: readonly number[]): number {
  const count = numbers.length;
  const total = sum(numbers);
  const squares = numbers.reduce((a, b) => a + b * b, 0);
  return Math.sqrt(squares / count - (total * total) / count / count);
}

/** Of the strings in a list, and of whatever the arguments are. */
function concat(value: Value, args: readonly Value[]): Value {
  const own = isList(value) ? value.filter((item) => typeof item === "string") : [];
  const others = args.flatMap(itemsOf).filter((item) => item !== null);
  return own.join("") + others.map(print).join("");
}

/** Adds the arguments to a list, in the document itself. */
function append(value: Value, args: readonly Value[]): Value {
  if (isList(value)) value.push(...args);
  return value;
}

function indexArgument(args: readonly Value[]): number {
  const number = args.flatMap(itemsOf).find(isNumber);
  if (number === undefined) throw indexOutOfBounds(0, 0);
  return toInt(number);
}

/** Counts from the end if negative, but the first item cannot be reached that way: `last()` of one item fails. */
function itemAt(value: Value, index: number): Value {
  if (!isList(value)) throw jsonPathFailure("Aggregation function attempted to calculate value using empty array");
  if (index < 0 && value.length + index <= 0) {
    throw jsonPathFailure(`Target index:${index} larger than object count:${value.length}`);
  }
  const item = value[index < 0 ? value.length + index : index];
  if (item === undefined) throw indexOutOfBounds(index, value.length);
  return item;
}

function indexOutOfBounds(index: number, size: number): JavaException {
  return new JavaException("java.lang.IndexOutOfBoundsException", `Index ${index} out of bounds for length ${size}`);
}

function itemsOf(value: Value): readonly Value[] {
  return isList(value) ? value : [value];
}
