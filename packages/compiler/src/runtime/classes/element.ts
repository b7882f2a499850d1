import { mapGet, mapPut } from "../collections/map.js";
import { className } from "../object/java-class.js";
import { isMap, JavaException, type Value } from "../value.js";
import { callMethod, findMethod, invokeMethod, NO_SUCH_METHOD } from "./method-lookup.js";

/**
 * `$target[index]`: `get(index)`; an Integer below zero counts from the end. `undefined` when the class has no such
 * method, null when it returned null. Throws IndexOutOfBoundsException, and VelocityException for a negative index of
 * something without a size.
 */
export function getIndex(target: Value, index: Value): Value | undefined {
  if (typeof index === "number" && Array.isArray(target)) {
    const element = target[index];
    if (element !== undefined) return element;
  } else if (typeof index === "string" && isMap(target)) {
    return mapGet(target, index) ?? null;
  }
  const result = invokeMethod(target, "get", [fromStart(target, index)]);
  return result === NO_SUCH_METHOD ? undefined : result;
}

/** `#set($target[index] = value)`: `set(index, value)`, else `put(index, value)`; false when there is neither. Throws as `getIndex`. */
export function setIndex(target: Value, index: Value, value: Value): boolean {
  if (typeof index === "string" && isMap(target)) {
    mapPut(target, index, value);
    return true;
  }
  const args = [fromStart(target, index), value];
  const setter = findMethod(target, "set", args) ?? findMethod(target, "put", args);
  if (setter !== undefined) callMethod(setter, target, args);
  return setter !== undefined;
}

/** `ASTIndex.adjMinusIndexArg`. */
function fromStart(target: Value, index: Value): Value {
  if (typeof index !== "number" || index >= 0 || (index | 0) !== index) return index;
  const size = invokeMethod(target, "size", []);
  if (typeof size === "number") return size + index;
  throw new JavaException(
    "org.apache.velocity.exception.VelocityException",
    `A 'size()' method required for negative value ${index} does not exist for class '${className(target)}'`,
  );
}
