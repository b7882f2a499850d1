import { toInt } from "../number/index.js";
import { javaEquals } from "../object/equals.js";
import type { Pattern } from "../regex/index.js";
import { isList, isMap, JavaException } from "../value.js";
import { invalidPath, jsonPathFailure } from "./exceptions.js";
import type { RelationalOperator } from "./filter-syntax.js";
import { type FilterValue, listMembers, sameValue } from "./filter-value.js";

/** Throws InvalidPathException where the values do not fit the operator; the item is then not selected. */
type Operator = (left: FilterValue, right: FilterValue) => boolean;

export const OPERATORS: Readonly<Record<RelationalOperator, Operator>> = {
  "==": equal,
  "!=": (left, right) => !equal(left, right),
  "===": (left, right) => sameClass(left, right) && equal(left, right),
  "!==": (left, right) => !(sameClass(left, right) && equal(left, right)),
  "<": (left, right) => compare(left, right, (order) => order < 0),
  "<=": (left, right) => compare(left, right, (order) => order <= 0),
  ">": (left, right) => compare(left, right, (order) => order > 0),
  ">=": (left, right) => compare(left, right, (order) => order >= 0),
  "=~": matches,
  in: isIn,
  nin: (left, right) => !isIn(left, right),
  subsetof: (left, right) => onLists(left, right, (a, b) => a.every((value) => isMember(value, b))),
  anyof: (left, right) => onLists(left, right, (a, b) => a.some((value) => isMember(value, b))),
  noneof: (left, right) => onLists(left, right, (a, b) => !a.some((value) => isMember(value, b))),
  contains,
  size: hasSize,
  empty: isEmpty,
  exists,
  // These want a right side that only Jayway's Java API can give.
  all: () => unsupported("value list"),
  type: () => unsupported("class"),
  matches: () => unsupported("predicate"),
};

function unsupported(expected: string): never {
  throw invalidPath(`Expected ${expected} node`);
}

function isJson(value: FilterValue) {
  return value.kind === "document" || value.kind === "json";
}

function sameClass(left: FilterValue, right: FilterValue): boolean {
  return left.kind === right.kind || (isJson(left) && isJson(right));
}

function equal(left: FilterValue, right: FilterValue): boolean {
  // JSON in the path stays text on the left side, and is parsed on the right side.
  if (left.kind === "document" && right.kind === "json") {
    return javaEquals(left.value, right.value);
  }
  if (left.kind === "json" && right.kind === "json") return left === right;
  return sameValue(left, right);
}

function compare(left: FilterValue, right: FilterValue, test: (order: number) => boolean): boolean {
  if (left.kind === "number" && right.kind === "number") return test(left.compareTo(right));
  if (left.kind === "string" && right.kind === "string") {
    return test(left.text < right.text ? -1 : left.text > right.text ? 1 : 0);
  }
  return false;
}

function isMember(value: FilterValue, list: readonly FilterValue[]): boolean {
  return list.some((member) => sameValue(value, member));
}

function isIn(left: FilterValue, right: FilterValue): boolean {
  const list = listMembers(right);
  return list !== undefined && isMember(left, list);
}

function onLists(
  left: FilterValue,
  right: FilterValue,
  test: (left: readonly FilterValue[], right: readonly FilterValue[]) => boolean,
): boolean {
  const rightList = listMembers(right);
  if (rightList === undefined) return false;
  const leftList = listMembers(left);
  return leftList !== undefined && test(leftList, rightList);
}

function contains(left: FilterValue, right: FilterValue): boolean {
  if (left.kind === "string" && right.kind === "string") return left.text.includes(right.text);
  if (!isJson(left)) return false;
  const list = listMembers(left);
  return list !== undefined && isMember(right, list);
}

function hasSize(left: FilterValue, right: FilterValue): boolean {
  if (right.kind !== "number") return false;
  const size = toInt(right.decimal());
  if (left.kind === "string") return left.text.length === size;
  if (left.kind !== "document" && left.kind !== "json") return false;
  return (isList(left.value) ? left.value.length : -1) === size;
}

function isEmpty(left: FilterValue, right: FilterValue): boolean {
  const empty = emptiness(left);
  if (empty === undefined) return false;
  if (right.kind !== "boolean") throw invalidPath("Expected boolean node");
  return empty === right.value;
}

/** Undefined for what is neither a string nor JSON. Throws ClassCastException for maps, as Jayway since 2.5 does. */
function emptiness(value: FilterValue): boolean | undefined {
  if (value.kind === "string") return value.text === "";
  if (value.kind !== "document" && value.kind !== "json") return undefined;
  if (isMap(value.value))
    throw new JavaException("java.lang.ClassCastException", "a map cannot be cast to a Collection");
  return !isList(value.value) || value.value.length === 0;
}

function exists(left: FilterValue, right: FilterValue): boolean {
  if (left.kind !== "boolean" && right.kind !== "boolean") {
    throw jsonPathFailure("Failed to evaluate exists expression");
  }
  if (left.kind !== "boolean" || right.kind !== "boolean") throw invalidPath("Expected boolean node");
  return left.value === right.value;
}

/** The whole text must match; of a list, one member. */
function matches(left: FilterValue, right: FilterValue): boolean {
  if (left.kind === "pattern") return right.kind !== "pattern" && matchesAny(left.pattern, right);
  return right.kind === "pattern" && matchesAny(right.pattern, left);
}

function matchesAny(pattern: Pattern, value: FilterValue): boolean {
  const list = isJson(value) ? listMembers(value) : undefined;
  return (list ?? [value]).some((item) => pattern.matches(matchedText(item)));
}

function matchedText(value: FilterValue): string {
  switch (value.kind) {
    case "string":
      return value.text;
    case "number":
      return value.print();
    case "boolean":
      return String(value.value);
    default:
      return "";
  }
}
