import { mapGet } from "../collections/map.js";
import type { InputRoot } from "../roots/input.js";
import { isMap, type Value } from "../value.js";

/** The parsed payload, which all paths share. */
export function documentOf(input: InputRoot): Value {
  return input.document();
}

/** One property of a definite JSONPath; undefined when it leads nowhere. */
export function jsonChild(value: Value | undefined, name: string): Value | undefined {
  return isMap(value) ? mapGet(value, name) : undefined;
}

/** One index of a definite JSONPath, from the end if negative. */
export function jsonItem(value: Value | undefined, index: number): Value | undefined {
  return Array.isArray(value) ? value[index < 0 ? value.length + index : index] : undefined;
}
