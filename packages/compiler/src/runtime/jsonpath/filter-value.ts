import { parseJson } from "../json/parse.js";
import { isNumber } from "../number/index.js";
import { javaEquals } from "../object/equals.js";
import type { Pattern } from "../regex/index.js";
import { isList, isMap, JavaException, type JavaList, type JavaMap, JavaObject, type Value } from "../value.js";
import { invalidPath, jsonPathFailure } from "./exceptions.js";
import { FilterNumber } from "./filter-number.js";
import { parsePath } from "./path-parser.js";
import { unescapeQuoted } from "./unescape-quoted.js";

/** What a filter compares. */
export type FilterValue =
  /** A path that leads nowhere; equal to nothing, not even itself. */
  | { readonly kind: "undefined" }
  | { readonly kind: "null" }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "string"; readonly text: string }
  | FilterNumber
  /** A list or map of the document. */
  | { readonly kind: "document"; readonly value: JavaList | JavaMap }
  /** A list or map written in the path or in a string of the document. */
  | { readonly kind: "json"; readonly text: string; readonly value: Value }
  | { readonly kind: "pattern"; readonly pattern: Pattern };

export const UNDEFINED: FilterValue = { kind: "undefined" };
const NULL: FilterValue = { kind: "null" };
export const TRUE: FilterValue = { kind: "boolean", value: true };
export const FALSE: FilterValue = { kind: "boolean", value: false };

/** What a path in a filter has found. Throws JsonPathException for values that JSON does not know. */
export function documentValue(value: Value): FilterValue {
  if (typeof value === "string") return { kind: "string", text: value };
  if (typeof value === "boolean") return value ? TRUE : FALSE;
  if (value === null) return NULL;
  if (isList(value) || isMap(value)) return { kind: "document", value };
  if (!(value instanceof JavaObject) || isNumber(value)) return FilterNumber.ofValue(value);
  throw jsonPathFailure(`Could not convert ${value.className} to a ValueNode`);
}

/** `'text'` or `"text"` with escapes. Jayway also takes the quotes off strings of the document, once they are in a list. */
export function stringLiteral(literal: string): FilterValue {
  if (literal.length < 2) return { kind: "string", text: literal };
  const quoted = /^(['"])(.*)\1$/s.exec(literal);
  return { kind: "string", text: unescapeQuoted(quoted?.[2] ?? literal) };
}

/** `[…]` or `{…}` in the path. Jayway reads it when it needs its value; that throws IllegalArgumentException. */
export function jsonLiteral(text: string): FilterValue {
  let value: Value | undefined;
  return {
    kind: "json",
    text,
    get value() {
      value ??= parseLiteral(text);
      return value;
    },
  };
}

function parseLiteral(text: string): Value {
  try {
    return parseJson(text);
  } catch (error) {
    if (!(error instanceof JavaException)) throw error;
    throw new JavaException("java.lang.IllegalArgumentException", error.message);
  }
}

/**
 * The members of a list, which only lists have: undefined for maps, InvalidPathException for anything else.
 * Jayway takes strings among them that read like a path or like JSON for one. Throws JsonPathException for lists and
 * maps among them.
 */
export function listMembers(value: FilterValue): FilterValue[] | undefined {
  if (value.kind !== "document" && value.kind !== "json") throw invalidPath("Expected value list node");
  return isList(value.value) ? value.value.map(member) : undefined;
}

function member(value: Value): FilterValue {
  if (typeof value !== "string") {
    const converted = documentValue(value);
    if (converted.kind === "document") throw jsonPathFailure("Could not determine value type");
    return converted;
  }
  const text = value.trim();
  if (/^[$@]/.test(text) && isPath(text)) return UNDEFINED;
  return /^(?:\[.*\]|\{.*\})$/s.test(text) ? (tryJson(value) ?? stringLiteral(value)) : stringLiteral(value);
}

/** A path among the members of a list is never followed, and equal to nothing. */
function isPath(text: string): boolean {
  try {
    parsePath(text);
    return true;
  } catch {
    return false;
  }
}

function tryJson(text: string): FilterValue | undefined {
  try {
    const literal = jsonLiteral(text);
    return literal.kind === "json" && literal.value !== undefined ? literal : undefined;
  } catch {
    return undefined;
  }
}

/** `left.equals(right)`, which converts a string to a number or back, depending on the left side. */
export function sameValue(left: FilterValue, right: FilterValue): boolean {
  switch (left.kind) {
    case "undefined":
      return false;
    case "null":
      return right.kind === "null";
    case "boolean":
      return right.kind === "boolean" && left.value === right.value;
    case "string":
      if (right.kind === "number") return left.text === right.print();
      return right.kind === "string" && left.text === right.text;
    case "number": {
      const number = right.kind === "string" ? FilterNumber.ofString(right.text) : right;
      return number?.kind === "number" && left.compareTo(number) === 0;
    }
    case "document":
      return right.kind === "document" && javaEquals(left.value, right.value);
    case "json":
      return right.kind === "json" && left.text === right.text;
    case "pattern":
      return right.kind === "pattern" && left.pattern === right.pattern;
  }
}
