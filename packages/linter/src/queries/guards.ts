import type { BinaryExpression, Expression, Reference } from "@apigw-vtl/compiler";
import { conditionsAround } from "./conditions.js";
import type { ParentMap } from "./parents.js";

/** References that have a value when a condition holds, and when it does not. */
export interface Guards {
  readonly whenTrue: readonly string[];
  readonly whenFalse: readonly string[];
}

const none: Guards = { whenTrue: [], whenFalse: [] };

/** The text by which two mentions of a reference, or of its first `length` steps, are the same: `x.y.z()`. */
export function guardKey(reference: Reference, source: string, length = reference.steps.length): string {
  let key = reference.name;
  for (const { range } of reference.steps.slice(0, length)) key += source.slice(range.start, range.end);
  return /[\s"]/.test(key) ? key.replace(/\s+/g, "").replaceAll('"', "'") : key;
}

/** The types of DynamoDB's attribute values: `{"S": "text"}`. */
const attributeTypes = new Set(["S", "N", "B", "BOOL", "L", "M", "SS", "NS", "BS"]);

/** Whether a reference's first `length` steps are sure to have a value. An attribute of DynamoDB has a member of its type. */
function isGuarded(reference: Reference, length: number, guards: ReadonlySet<string>, source: string): boolean {
  if (guards.has(guardKey(reference, source, length))) return true;
  const last = reference.steps[length - 1];
  if (last?.type !== "PropertyStep" || !attributeTypes.has(last.name)) return false;
  return guards.has(guardKey(reference, source, length - 1));
}

/** Whether the conditions around a reference make sure that its first `length` steps have a value. */
export function isTestedAround(reference: Reference, length: number, parents: ParentMap, source: string): boolean {
  for (const { condition, holds } of conditionsAround(reference, parents)) {
    const { whenTrue, whenFalse } = guardsOf(condition, source);
    if (isGuarded(reference, length, new Set(holds ? whenTrue : whenFalse), source)) return true;
  }
  return false;
}

/**
 * Reads a condition as a test of presence. Any comparison with something else than the empty string counts when it
 * holds: what has no value equals nothing but "".
 */
export function guardsOf(condition: Expression, source: string): Guards {
  switch (condition.type) {
    case "ParenthesizedExpression":
      return guardsOf(condition.expression, source);
    case "NotExpression": {
      const { whenTrue, whenFalse } = guardsOf(condition.operand, source);
      return { whenTrue: whenFalse, whenFalse: whenTrue };
    }
    case "BinaryExpression":
      return binaryGuards(condition, source);
    case "Reference":
      return methodGuards(condition, source);
    default:
      return none;
  }
}

function binaryGuards(condition: BinaryExpression, source: string): Guards {
  const { operator, left, right } = condition;
  if (operator === "&&" || operator === "||") {
    const [a, b] = [guardsOf(left, source), guardsOf(right, source)];
    return operator === "&&"
      ? { whenTrue: [...a.whenTrue, ...b.whenTrue], whenFalse: [] }
      : { whenTrue: [], whenFalse: [...a.whenFalse, ...b.whenFalse] };
  }
  const keys = [...comparedKeys(left, source), ...comparedKeys(right, source)];
  const withNothing = isNothing(left) || isNothing(right);
  switch (operator) {
    case "==":
      return withNothing ? { whenTrue: [], whenFalse: keys } : { whenTrue: keys, whenFalse: [] };
    case "!=":
      return withNothing ? { whenTrue: keys, whenFalse: [] } : { whenTrue: [], whenFalse: keys };
    case "<":
    case "<=":
    case ">":
    case ">=":
      return { whenTrue: keys, whenFalse: [] };
    default:
      return none;
  }
}

/** The empty string, and a variable that nothing sets (`$null`, `$undefined`), which equals it. */
function isNothing(expression: Expression): boolean {
  if (expression.type === "StringLiteral") return expression.value === "" && !expression.template;
  return (
    expression.type === "Reference" &&
    expression.steps.length === 0 &&
    /^(?:null|nil|undefined|undef|empty|none)$/i.test(expression.name)
  );
}

/** A compared reference, and what it measures: `$x.length() > 0` says that `$x` is there. */
function comparedKeys(expression: Expression, source: string): string[] {
  if (expression.type !== "Reference") return [];
  return [guardKey(expression, source), ...receiverKeys(expression, source, measures)];
}

const measures = new Set(["length", "size", "toString", "trim", "toLowerCase", "toUpperCase"]);
const tests = new Set(["equals", "equalsIgnoreCase", "startsWith", "endsWith", "contains", "matches"]);

function methodGuards(reference: Reference, source: string): Guards {
  const last = reference.steps.at(-1);
  if (last?.type === "PropertyStep" && last.name === "empty") {
    return { whenTrue: [], whenFalse: [guardKey(reference, source, reference.steps.length - 1)] };
  }
  if (last?.type !== "MethodStep") return none;
  if (last.name === "isEmpty")
    return { whenTrue: [], whenFalse: receiverKeys(reference, source, new Set(["isEmpty"])) };
  if (last.name === "containsKey" || last.name === "contains") {
    const key = last.arguments[0];
    const map = receiverKeys(reference, source, new Set([last.name, "keySet"])).at(-1);
    const member =
      key?.type === "StringLiteral" && map !== undefined ? [`${map}.${key.value}`, `${map}.get('${key.value}')`] : [];
    return { whenTrue: [...member, ...receiverKeys(reference, source, tests)], whenFalse: [] };
  }
  if (!tests.has(last.name)) return none;
  return { whenTrue: receiverKeys(reference, source, tests), whenFalse: [] };
}

/** The reference without its last steps, as long as these are methods of the given names. */
function receiverKeys(reference: Reference, source: string, names: ReadonlySet<string>): string[] {
  const keys: string[] = [];
  for (let end = reference.steps.length; end > 0; end--) {
    const step = reference.steps[end - 1]!;
    if (step.type !== "MethodStep" || !(names.has(step.name) || measures.has(step.name))) break;
    keys.push(guardKey(reference, source, end - 1));
  }
  return keys;
}
