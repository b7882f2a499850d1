import { JavaClassObject } from "../object/java-class.js";
import type { Value } from "../value.js";
import { convertArguments } from "./arguments.js";
import type { JavaMethod } from "./method-table.js";
import { methodsOf } from "./methods-of.js";
import { objectMethods } from "./object.js";
import { resolveOverload } from "./overload-resolution.js";

/** The class has no method of that name that the arguments fit: the reference is invalid. */
export const NO_SUCH_METHOD = Symbol("no such method");

/**
 * Calls a method as Velocity 1.7 does. A void method gives `""`; null is what a method returned.
 * What the method throws passes through as `JavaException`.
 */
export function invokeMethod(target: Value, name: string, args: readonly Value[]): Value | typeof NO_SUCH_METHOD {
  const common = invokeCommon(target, name, args);
  if (common !== undefined) return common;
  const method = findMethod(target, name, args);
  return method === undefined ? NO_SUCH_METHOD : callMethod(method, target, args);
}

/** The calls that templates make in every loop, without a look into the tables; `undefined` leaves it to these. */
function invokeCommon(target: Value, name: string, args: readonly Value[]): Value | undefined {
  if (Array.isArray(target)) {
    if (name === "size" && args.length === 0) return target.length;
    if (name === "get" && args.length === 1 && typeof args[0] === "number") return target[args[0]];
  } else if (typeof target === "string") {
    if (name === "length" && args.length === 0) return target.length;
  }
  return undefined;
}

/** The method that fits, if any; null has none. */
export function findMethod(target: Value, name: string, args: readonly Value[]): JavaMethod<never> | undefined {
  if (target === null) return undefined;
  const own = methodsOf(target).get(name);
  const method = own && resolveOverload(own, args);
  // SecureUberspector lets nothing of a Class through but its own table.
  if (method !== undefined || target instanceof JavaClassObject) return method;
  const inherited = objectMethods.get(name);
  return inherited && resolveOverload(inherited, args);
}

/** Calls a method that `findMethod` found for the same target and arguments of the same classes. */
export function callMethod(method: JavaMethod<never>, target: Value, args: readonly Value[]): Value {
  const result = method.invoke(target as never, convertArguments(method.params, args));
  return result === undefined ? "" : result;
}
