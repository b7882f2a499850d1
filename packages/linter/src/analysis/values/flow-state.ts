import type { Value } from "../value.js";
import { numberKey, variableOfGuard } from "./guards.js";
import { emptyValue, joinValues, testedNumber } from "./make-value.js";

/** What is known at one place of the template. */
export interface FlowState {
  readonly variables: ReadonlyMap<string, Value>;
  /** References (see `guardKey`) that a condition or an assignment makes sure to have a value. */
  readonly guards: ReadonlySet<string>;
  /** How many loops the place is in. */
  readonly loops: number;
}

export const startState: FlowState = { variables: new Map(), guards: new Set(), loops: 0 };

export function assign(state: FlowState, name: string, value: Value): FlowState {
  const guards = new Set([...state.guards].filter((key) => variableOfGuard(key) !== name));
  if (!value.kinds.has("empty")) guards.add(name);
  return { ...state, variables: new Map(state.variables).set(name, value), guards };
}

export function withGuards(state: FlowState, keys: Iterable<string>): FlowState {
  return { ...state, guards: new Set([...state.guards, ...keys]) };
}

/** The state after one of two ways was taken. */
export function joinStates(a: FlowState, b: FlowState): FlowState {
  if (a === b) return a;
  const variables = new Map<string, Value>();
  for (const name of new Set([...a.variables.keys(), ...b.variables.keys()])) {
    variables.set(name, joinValues(valueIn(a, name), valueIn(b, name)));
  }
  return { variables, guards: new Set([...a.guards].filter((key) => b.guards.has(key))), loops: a.loops };
}

/** A guarded variable has a value, whatever is recorded for it. */
function valueIn(state: FlowState, name: string): Value {
  const value = state.variables.get(name) ?? emptyValue;
  if (state.guards.has(numberKey(name))) return testedNumber;
  if (!state.guards.has(name) || !value.kinds.has("empty") || value.kinds.size === 1) return value;
  const kinds = new Set(value.kinds);
  kinds.delete("empty");
  return { ...value, kinds };
}
