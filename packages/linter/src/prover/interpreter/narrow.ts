import type { Expression, Reference } from "@apigw-vtl/compiler";
import type { Value } from "../values/value.js";
import { evaluate } from "./expressions.js";
import type { Machine } from "./machine.js";
import { type Predicate, splitValue } from "./predicates.js";
import { readReference } from "./references.js";
import type { State } from "./state.js";

/** The states in which a condition holds, and those in which it does not; they may overlap. */
export interface Decision {
  readonly yes: readonly State[];
  readonly no: readonly State[];
}

/** Splits a state by what a call on a reference gives; null is null there, and not the empty text. */
export function narrowReceiver(machine: Machine, node: Reference, state: State, predicate: Predicate): Decision {
  const value = readReference(machine, node, state, evaluate);
  const { yes, no } = splitValue(machine.resolveWithNull(value, state), predicate);
  return { yes: withValue(machine, node, state, value, yes), no: withValue(machine, node, state, value, no) };
}

/** Splits a state by what an expression's value may be, and keeps what that says about an input or a variable. */
export function narrow(machine: Machine, node: Expression, state: State, predicate: Predicate): Decision {
  const value = evaluate(machine, node, state);
  const { yes, no } = splitValue(machine.resolveWithNull(value, state), predicate);
  return { yes: withValue(machine, node, state, value, yes), no: withValue(machine, node, state, value, no) };
}

function withValue(machine: Machine, node: Expression, state: State, before: Value, after: Value): readonly State[] {
  if (after.length === 0) return [];
  const narrowed = state.copy();
  const [only] = before;
  if (before.length === 1 && only?.kind === "symbol") {
    if (!machine.isUnstable(only.symbol)) narrowed.learn(only.symbol.key, after);
  } else if (node.type === "Reference" && node.steps.length === 0 && state.variable(node.name) !== undefined) {
    narrowed.setVariable(node.name, after);
  }
  return [narrowed];
}
