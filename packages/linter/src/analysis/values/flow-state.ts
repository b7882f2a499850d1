import { isMissing, type Value } from "../value.js";
import { numberKey, variableOfGuard } from "./guards.js";
import { emptyValue, joinValues, present, testedNumber } from "./make-value.js";

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
  if (a === b || (a.variables === b.variables && a.guards === b.guards)) return a;
  const variables = new Map<string, Value>();
  for (const name of a.variables.keys()) variables.set(name, joinValues(valueIn(a, name), valueIn(b, name)));
  for (const name of b.variables.keys()) {
    if (!a.variables.has(name)) variables.set(name, joinValues(valueIn(a, name), valueIn(b, name)));
  }
  return { variables, guards: new Set([...a.guards].filter((key) => b.guards.has(key))), loops: a.loops };
}

/** Whether two states know the same of all but one variable. */
export function isSameBut(a: FlowState, b: FlowState, variable: string | undefined): boolean {
  const rest = ({ variables }: FlowState) =>
    variables.size - (variable !== undefined && variables.has(variable) ? 1 : 0);
  if (a.guards.size !== b.guards.size || rest(a) !== rest(b)) return false;
  for (const key of a.guards) if (!b.guards.has(key)) return false;
  for (const [name, value] of a.variables) if (name !== variable && b.variables.get(name) !== value) return false;
  return true;
}

/** A guarded variable has a value, whatever is recorded for it. */
function valueIn(state: FlowState, name: string): Value {
  const value = state.variables.get(name) ?? emptyValue;
  if (state.guards.size === 0) return value;
  if (state.guards.has(numberKey(name))) return testedNumber;
  return state.guards.has(name) && !isMissing(value) ? present(value) : value;
}
