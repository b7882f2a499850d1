import { keyOfValue, type Value } from "../values/value.js";

/**
 * Whether two values are the same in all that may ever be told of them: also where their texts come from, and which
 * nodes of the template they were printed or made by. Those of equal keys need not be.
 */
export function isSameValue(one: Value | undefined, other: Value | undefined): boolean {
  if (one === other) return true;
  return one !== undefined && other !== undefined && keyOfValue(one) === keyOfValue(other) && isAlike(one, other);
}

function isAlike(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!isObject(one) || !isObject(other) || isNode(one) || isNode(other)) return false;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => isAlike(one[key], other[key]));
}

/** Nodes are themselves alone. */
const isNode = (value: Readonly<Record<string, unknown>>): boolean => "range" in value;

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
