import type { BinaryExpression, BinaryOperator, Expression, Reference } from "@apigw-vtl/compiler";
import { keyOfValue, knownInteger } from "../values/value.js";
import { evaluate } from "./expressions.js";
import type { Machine } from "./machine.js";
import { type Decision, narrowReceiver } from "./narrow.js";
import { byEmptiness, either, never, type Predicate } from "./predicates.js";
import type { State } from "./state.js";

const mirrored: Readonly<Partial<Record<BinaryOperator, BinaryOperator>>> = {
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
  "==": "==",
};

/** Comparisons of numbers, as far as they can be decided or say something; `undefined` for others. */
export function compareNumbers(machine: Machine, node: BinaryExpression, state: State): Decision | undefined {
  const { left, right, operator } = node;
  const flipped = mirrored[operator]!;
  return (
    comparePosition(machine, left, operator, right, state) ??
    comparePosition(machine, right, flipped, left, state) ??
    compareSize(machine, left, operator, right, state) ??
    compareSize(machine, right, flipped, left, state) ??
    compareRanges(machine, node, state)
  );
}

/** `$foreach.count < $list.size()` is `$foreach.hasNext` when the loop goes through the list. */
function comparePosition(
  machine: Machine,
  position: Expression,
  operator: BinaryOperator,
  size: Expression,
  state: State,
): Decision | undefined {
  const receiver = receiverOf(size, "size");
  const round = state.loops.at(-1);
  if (receiver === undefined || round === undefined || !isCount(position)) return undefined;
  if (round.hasNext === undefined || keyOfValue(evaluate(machine, receiver, state)) !== round.iterable)
    return undefined;
  const isBefore = operator === "<" ? round.hasNext : !round.hasNext;
  if (operator === "<=") return { yes: [state], no: [] };
  if (operator === ">") return { yes: [], no: [state] };
  return isBefore ? { yes: [state], no: [] } : { yes: [], no: [state] };
}

function isCount(node: Expression): boolean {
  if (node.type !== "Reference") return false;
  const [step] = node.steps;
  if (node.steps.length === 0) return node.name === "velocityCount";
  return node.name === "foreach" && node.steps.length === 1 && step?.type === "PropertyStep" && step.name === "count";
}

/** `$x.size() > 0`, `$x.length() != 0` and their like. */
function compareSize(
  machine: Machine,
  sized: Expression,
  operator: BinaryOperator,
  limit: Expression,
  state: State,
): Decision | undefined {
  const method = methodName(sized);
  if (method !== "size" && method !== "length") return undefined;
  const receiver = receiverOf(sized, method)!;
  const number = knownInteger(machine.resolve(evaluate(machine, limit, state), state));
  if (number === undefined) return undefined;
  const kinds = method === "size" ? ["map", "list"] : ["text"];
  return narrowReceiver(machine, receiver, state, sizePredicate(operator, number, kinds));
}

function sizePredicate(operator: BinaryOperator, limit: number, kinds: readonly string[]): Predicate {
  const zero = holds(0, operator, limit);
  const one = holds(1, operator, limit);
  const many = operator === "==" ? limit > 1 : holds(Number.MAX_SAFE_INTEGER, operator, limit);
  const someMore = one || many;
  const allMore = one && many && operator !== "==";
  return (alternative) => {
    if (
      alternative.kind === "unknown" ||
      alternative.kind === "made" ||
      alternative.kind === "view" ||
      alternative.kind === "items"
    ) {
      return either(alternative);
    }
    // Without the method there is no number, and nothing compares with that.
    if (!kinds.includes(alternative.kind)) return never(alternative);
    const { kind } = alternative;
    if (kind !== "text" && kind !== "map" && kind !== "list") return either(alternative);
    const { empty, full } = byEmptiness(alternative);
    return {
      yes: [...(zero ? empty : []), ...(someMore ? full : [])],
      no: [...(zero ? [] : empty), ...(allMore ? [] : full)],
    };
  };
}

function holds(value: number, operator: BinaryOperator, limit: number): boolean {
  switch (operator) {
    case "<":
      return value < limit;
    case "<=":
      return value <= limit;
    case ">":
      return value > limit;
    case ">=":
      return value >= limit;
    default:
      return value === limit;
  }
}

/** Decides by the ranges that numbers lie in; what is no number compares with nothing. */
function compareRanges(
  machine: Machine,
  { left, right, operator }: BinaryExpression,
  state: State,
): Decision | undefined {
  if (operator === "==") return undefined;
  const sides = [left, right].map((side) => machine.resolve(evaluate(machine, side, state), state));
  if (sides.some((side) => side.every(({ kind }) => kind !== "number" && kind !== "unknown")))
    return { yes: [], no: [state] };
  const results = new Set<boolean>();
  for (const a of sides[0]!) {
    for (const b of sides[1]!) {
      if (a.kind === "unknown" || b.kind === "unknown") return { yes: [state], no: [state] };
      if (a.kind !== "number" || b.kind !== "number") results.add(false);
      else for (const x of [a.min, a.max]) for (const y of [b.min, b.max]) results.add(holds(x, operator, y));
    }
  }
  return { yes: results.has(true) ? [state] : [], no: results.has(false) ? [state] : [] };
}

function methodName(node: Expression): string | undefined {
  if (node.type === "ParenthesizedExpression") return methodName(node.expression);
  const last = node.type === "Reference" ? node.steps.at(-1) : undefined;
  return last?.type === "MethodStep" && last.arguments.length === 0 ? last.name : undefined;
}

/** `$x` of `$x.size()`. */
function receiverOf(node: Expression, method: string): Reference | undefined {
  if (node.type === "ParenthesizedExpression") return receiverOf(node.expression, method);
  if (node.type !== "Reference" || methodName(node) !== method) return undefined;
  return { ...node, steps: node.steps.slice(0, -1) };
}
