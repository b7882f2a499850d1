import { className, isPrimitiveArray } from "../object/java-class.js";
import type { Value } from "../value.js";
import { accepts, declaredClassName, isPrimitive, variableElement, widensTo } from "./java-type.js";
import type { JavaMethod, JavaType } from "./method-table.js";

type Method = JavaMethod<never>;
type Types = readonly JavaType[];

/**
 * The overload that Velocity 1.7 calls (`ClassMap.MethodCache.get`, then `MethodMap.getBestMatch`); `undefined` when
 * none fits and also when several fit and none is the most specific, which Velocity logs and ignores.
 */
export function resolveOverload(overloads: readonly Method[], args: readonly Value[]): Method | undefined {
  if (overloads.length === 1) {
    const only = overloads[0] as Method;
    return isApplicable(only.params, args) ? only : undefined;
  }
  const applicable = overloads.filter((overload) => isApplicable(overload.params, args));
  if (applicable.length < 2) return applicable[0];
  return applicable.find((overload) => isDeclaredAs(overload.params, args)) ?? mostSpecific(applicable);
}

/**
 * Methods are registered under their parameter classes and looked up under the argument classes first, null counting
 * as Object. So with null `remove(Object)` wins over all that would be more specific.
 */
function isDeclaredAs(params: Types, args: readonly Value[]): boolean {
  return (
    params.length === args.length &&
    args.every((arg, index) => {
      const declared = declaredClassName(params[index] as JavaType);
      return declared === (arg === null ? "java.lang.Object" : className(arg));
    })
  );
}

/** A method without parameters passes for one with any: Velocity 1.7 finds it, and the call fails. */
function isApplicable(params: Types, args: readonly Value[]): boolean {
  if (params.length === 0) return true;
  const last = params.length - 1;
  const variable = variableElement(params[last] as JavaType);
  if (params.length !== args.length && !(variable && args.length >= last)) return false;
  return args.every((arg, index) => {
    if (index < last || !variable) return accepts(params[index] as JavaType, arg);
    if (args.length !== params.length) return accepts(variable, arg);
    return (!isPrimitiveArray(arg) && accepts(variable, arg)) || accepts(params[index] as JavaType, arg);
  });
}

/** `MethodMap.getBestMatch`, including how it forgets earlier ties once it finds something better than one of them. */
function mostSpecific(applicable: readonly Method[]): Method | undefined {
  let best = applicable[0] as Method;
  let ties: Method[] = [];
  for (const method of applicable.slice(1)) {
    const order = compareSpecificity(method.params, best.params);
    if (order === "less") continue;
    if (order === "incomparable") {
      ties.push(method);
      continue;
    }
    if (ties.length === 0) {
      best = method;
      continue;
    }
    for (const tie of [...ties]) {
      const tieOrder = compareSpecificity(method.params, tie.params);
      if (tieOrder === "more") {
        best = method;
        ties = [];
        break;
      }
      if (tieOrder === "incomparable") ties.push(method);
    }
  }
  return ties.length === 0 ? best : undefined;
}

function compareSpecificity(left: Types, right: Types): "more" | "less" | "incomparable" {
  if (left.length > right.length) return "more";
  if (left.length < right.length) return "less";
  const last = left.length - 1;
  let leftMore = false;
  let rightMore = false;
  for (const [index, leftType] of left.entries()) {
    const rightType = right[index] as JavaType;
    if (leftType === rightType) continue;
    leftMore ||= rightType === "Object" || fits(leftType, rightType, index === last);
    rightMore ||= leftType === "Object" || fits(rightType, leftType, index === last);
  }
  if (leftMore !== rightMore) return leftMore ? "more" : "less";
  if (!leftMore) return "incomparable";
  const leftVariable = left[last] === "Object[]";
  if (leftVariable === (right[last] === "Object[]")) return "incomparable";
  return leftVariable ? "less" : "more";
}

function fits(from: JavaType, to: JavaType, isLast: boolean): boolean {
  return widensTo(from, to) || (isLast && to === "Object[]" && !isPrimitive(from));
}
