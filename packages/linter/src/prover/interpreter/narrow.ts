import type { Expression, Reference } from "@apigw-vtl/compiler";
import { emptyText, type Value } from "../values/value.js";
import { evaluate } from "./expressions.js";
import type { Machine } from "./machine.js";
import { type Predicate, type Split, splitValue } from "./predicates.js";
import { asksForNext, withNext } from "./reads-of-next.js";
import { readReference } from "./references.js";
import type { State } from "./state.js";

/** The states in which a condition holds, and those in which it does not; they may overlap. */
export interface Decision {
  readonly yes: readonly State[];
  readonly no: readonly State[];
}

/** Splits a state by what a call on a reference gives; null is null there, and not the empty text. */
export function narrowReceiver(machine: Machine, node: Reference, state: State, predicate: Predicate): Decision {
  return narrowValue(machine, node, state, readReference(machine, node, state, evaluate), predicate);
}

/** Splits a state by what an expression's value may be, and keeps what that says about an input or a variable. */
export function narrow(machine: Machine, node: Expression, state: State, predicate: Predicate): Decision {
  return narrowValue(machine, node, state, evaluate(machine, node, state), predicate);
}

/** The same by a value that is known already. */
export function narrowValue(
  machine: Machine,
  node: Expression,
  state: State,
  value: Value,
  predicate: Predicate,
): Decision {
  const [only] = value;
  const asked = node.type === "Reference" ? asksForNext(node) : undefined;
  const round = state.loops.at(-1);
  if (asked !== undefined && round !== undefined && round.hasNext === undefined) {
    const decided = (hasNext: boolean) => state.copy({ loops: withNext(state.loops, hasNext) });
    return { yes: [decided(asked)], no: [decided(!asked)] };
  }
  if (value.length === 1 && only?.kind === "symbol") {
    const inputs = machine.read(only.symbol, state);
    const split = splitValue(inputs, only.orEmpty ? nullAsEmpty(predicate) : predicate);
    const learn = (after: Value) => {
      const narrowed = state.copy();
      if (!machine.isUnstable(only.symbol)) narrowed.learn(only.symbol.key, after);
      return narrowed;
    };
    return decisionOf(split, learn);
  }
  return decisionOf(splitValue(machine.resolveWithNull(value, state), predicate), (after) => {
    const narrowed = state.copy();
    const isVariable = node.type === "Reference" && node.steps.length === 0 && state.variable(node.name) !== undefined;
    if (isVariable) narrowed.setVariable(node.name, after);
    return narrowed;
  });
}

/** What is learned about an input is learned about null too, which the expression sees as the empty text. */
function nullAsEmpty(predicate: Predicate): Predicate {
  return (one) => {
    if (one.kind !== "null") return predicate(one);
    const { yes, no } = splitValue(emptyText, predicate);
    return { yes: yes.length > 0 ? [one] : [], no: no.length > 0 ? [one] : [] };
  };
}

function decisionOf({ yes, no }: Split, withValue: (after: Value) => State): Decision {
  return { yes: yes.length > 0 ? [withValue(yes)] : [], no: no.length > 0 ? [withValue(no)] : [] };
}
