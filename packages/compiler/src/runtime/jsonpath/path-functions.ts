import { mapSize } from "../collections/map.js";
import { KeySet } from "../collections/map-views.js";
import { double, doubleValue, isNumber, toInt } from "../number/index.js";
import { print } from "../object/print.js";
import { optional } from "../optional.js";
import { isList, isMap, type Value } from "../value.js";
import { JsonArgument, PathArgument } from "./bound-argument.js";
import type { Evaluation, Step, Walk } from "./evaluation.js";
import { indexOutOfBounds, invalidPath, jsonPathFailure } from "./exceptions.js";
import type { PathToken } from "./path-syntax.js";
import type { StepContext } from "./steps.js";

/** Paths among the arguments are read already, JSON when its value is asked for. */
type Argument = () => Value;
type PathFunction = (value: Value, args: readonly Argument[], evaluation: Evaluation) => Value;

const FUNCTIONS: ReadonlyMap<string, PathFunction> = new Map<string, PathFunction>([
  ["min", aggregation(minimum)],
  ["max", aggregation(maximum)],
  ["sum", aggregation(sum)],
  ["avg", aggregation((numbers) => sum(numbers) / numbers.length)],
  ["stddev", aggregation(standardDeviation)],
  ["concat", concat],
  ["append", append],
  ["keys", (value) => (isMap(value) ? new KeySet(value) : null)],
  ["first", (value) => itemAt(value, () => 0)],
  ["last", (value) => itemAt(value, () => -1)],
  ["index", (value, args) => itemAt(value, () => indexArgument(args))],
]);

/** A call at the end of a path, or in it: then what it returns counts as a result too, as in Jayway. */
export const functionStep = optional("path functions", (token: FunctionToken, context: StepContext): Step => {
  const { name } = token;
  const call = FUNCTIONS.get(name);
  const isLength = name === "length" || name === "size";
  const args = token.args.map((argument) =>
    argument.kind === "json" ? new JsonArgument(argument.text) : new PathArgument(argument.path),
  );
  return (value, walk) => {
    if (call === undefined && !isLength) throw invalidPath(`Function with name: ${name} does not exist.`);
    const values = args.map((argument) => argument.bind(walk));
    const result = call === undefined ? length(value, args[0], walk) : call(value, values, walk.evaluation);
    if (args[0] instanceof PathArgument) args[0].dropWildcard(walk.evaluation);
    if (!context.isLast) walk.results.push(result);
    context.next(result, walk);
  };
});

type FunctionToken = PathToken & { kind: "function" };

/** Of what an argument finds in the value, if that is a list; else of the value. */
function length(value: Value, argument: JsonArgument | PathArgument | undefined, walk: Walk): Value {
  const found = argument?.readAllOf(value, walk);
  if (found !== undefined && isList(found)) return found.length;
  if (isList(value)) return value.length;
  return isMap(value) ? mapSize(value) : null;
}

/** Of the numbers in the value, if it is a list, and in the arguments. Throws JsonPathException if there are none. */
function aggregation(aggregate: (numbers: readonly number[]) => number): PathFunction {
  return (value, args) => {
    const numbers = [...(isList(value) ? value : []), ...args.flatMap(itemsOfArgument)]
      .filter(isNumber)
      .map(doubleValue);
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

/** Jayway begins with `Double.MIN_VALUE`, which is the least above 0: there is no maximum of negative numbers. */
function maximum(numbers: readonly number[]): number {
  let greatest = Number.MIN_VALUE;
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
function concat(value: Value, args: readonly Argument[]): Value {
  const own = isList(value) ? value.filter((item) => typeof item === "string") : [];
  const others = args.flatMap(itemsOfArgument).filter((item) => item !== null);
  return own.join("") + others.map(print).join("");
}

/** Adds the arguments to a list, in the document itself. */
function append(value: Value, args: readonly Argument[], evaluation: Evaluation): Value {
  if (isList(value)) for (const argument of args) value.push(argument());
  evaluation.version++;
  return value;
}

function indexArgument(args: readonly Argument[]): number {
  const number = args.flatMap(itemsOfArgument).find(isNumber);
  if (number === undefined) throw indexOutOfBounds(0, 0);
  return toInt(number);
}

/** Counts from the end if negative, but the first item cannot be reached that way: `last()` of one item fails. */
function itemAt(value: Value, indexOf: () => number): Value {
  if (!isList(value)) throw jsonPathFailure("Aggregation function attempted to calculate value using empty array");
  const index = indexOf();
  if (index < 0 && value.length + index <= 0) {
    throw jsonPathFailure(`Target index:${index} larger than object count:${value.length}`);
  }
  const item = value[index < 0 ? value.length + index : index];
  if (item === undefined) throw indexOutOfBounds(index, value.length);
  return item;
}

function itemsOfArgument(argument: Argument): readonly Value[] {
  const value = argument();
  return isList(value) ? value : [value];
}
