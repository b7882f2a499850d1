import type { Sink } from "../sinks/sink.js";
import { isOfLoop, isPast, pastSymbol } from "../values/input-symbol.js";
import { type Alternative, emptyText, keyOfValue, union, type Value } from "../values/value.js";

/** A round of `#foreach`. */
export interface LoopRound {
  readonly loop: string;
  /** Key of what is gone through. */
  readonly iterable: string;
  readonly hasNext: boolean;
  readonly index: Value;
  readonly count: Value;
}

/** How a state left the statements that follow. */
export type Exit = "break" | "stop";

/**
 * One of the ways that a rendering may have come to a place: what it has printed, what its variables may be, and what is
 * known of the inputs.
 */
export class State {
  sink: Sink;
  exit: Exit | undefined;
  readonly #variables: Map<string, Value>;
  /** What inputs are known to be, by key. */
  readonly #facts: Map<string, Value>;
  readonly loops: readonly LoopRound[];

  constructor(
    sink: Sink,
    variables: ReadonlyMap<string, Value> = new Map(),
    facts: ReadonlyMap<string, Value> = new Map(),
    loops: readonly LoopRound[] = [],
  ) {
    this.sink = sink;
    this.#variables = new Map(variables);
    this.#facts = new Map(facts);
    this.loops = loops;
  }

  copy(changes: { readonly sink?: Sink; readonly loops?: readonly LoopRound[] } = {}): State {
    const state = new State(changes.sink ?? this.sink, this.#variables, this.#facts, changes.loops ?? this.loops);
    state.exit = this.exit;
    return state;
  }

  /** How much it knows: variables and facts. */
  get size(): number {
    return this.#variables.size + this.#facts.size;
  }

  variable(name: string): Value | undefined {
    return this.#variables.get(name);
  }

  get variables(): ReadonlyMap<string, Value> {
    return this.#variables;
  }

  /** `undefined`: the variable is not set any more. */
  setVariable(name: string, value: Value | undefined): void {
    if (value === undefined) this.#variables.delete(name);
    else this.#variables.set(name, value);
  }

  fact(key: string): Value | undefined {
    return this.#facts.get(key);
  }

  get facts(): ReadonlyMap<string, Value> {
    return this.#facts;
  }

  learn(key: string, value: Value): void {
    if (!isPast(key)) this.#facts.set(key, value);
  }

  /** What is known of a round is not known of the next one. */
  endRound(loop: string): void {
    for (const key of [...this.#facts.keys()]) if (isOfLoop(key, loop)) this.#facts.delete(key);
    for (const [name, value] of this.#variables) this.#variables.set(name, pastValue(value, loop));
  }

  /** Whether what follows is the same for both. Copies share most values: few have to be looked into. */
  equals(other: State): boolean {
    return (
      this.exit === other.exit &&
      this.sink.mergeKey === other.sink.mergeKey &&
      haveEqualValues(this.#variables, other.#variables) &&
      haveEqualValues(this.#facts, other.#facts) &&
      this.sink.key === other.sink.key
    );
  }

  /** All that either state may be; the sinks have one merge key. */
  join(other: State): State {
    const variables = new Map<string, Value>();
    for (const name of new Set([...this.#variables.keys(), ...other.#variables.keys()])) {
      variables.set(name, either(this.#variables.get(name) ?? emptyText, other.#variables.get(name) ?? emptyText));
    }
    const facts = new Map<string, Value>();
    for (const [key, value] of this.#facts) {
      const its = other.#facts.get(key);
      if (its !== undefined) facts.set(key, either(value, its));
    }
    const state = new State(this.sink.join(other.sink), variables, facts, this.loops);
    state.exit = this.exit;
    return state;
  }
}

/** Most values of joined states are the very same. */
const either = (left: Value, right: Value): Value => (left === right ? left : union(left, right));

function haveEqualValues(left: ReadonlyMap<string, Value>, right: ReadonlyMap<string, Value>): boolean {
  if (left.size !== right.size) return false;
  for (const [name, value] of left) {
    const other = right.get(name);
    if (other !== value && (other === undefined || keyOfValue(other) !== keyOfValue(value))) return false;
  }
  return true;
}

function pastValue(value: Value, loop: string): Value {
  return value.map((one) => past(one, loop));
}

function past(alternative: Alternative, loop: string): Alternative {
  switch (alternative.kind) {
    case "symbol":
    case "map":
    case "list":
      return isOfLoop(alternative.symbol.key, loop)
        ? { ...alternative, symbol: pastSymbol(alternative.symbol, loop) }
        : alternative;
    case "view":
      return { ...alternative, map: past(alternative.map, loop) };
    case "entry":
      return { ...alternative, name: pastValue(alternative.name, loop), member: pastValue(alternative.member, loop) };
    case "items":
      return {
        ...alternative,
        item: pastValue(alternative.item, loop),
        items: alternative.items?.map((item) => pastValue(item, loop)),
      };
    default:
      return alternative;
  }
}

const MOST_STATES = 24;

/** One state for equal ones; when there are many, one for all that have printed alike. */
export function mergeStates(states: readonly State[]): State[] {
  if (states.length < 2) return [...states];
  const distinct: State[] = [];
  for (const state of states) if (!distinct.some((other) => other.equals(state))) distinct.push(state);
  if (distinct.length <= MOST_STATES) return distinct;
  const merged = new Map<string, State>();
  for (const state of distinct) {
    const key = `${state.exit ?? ""}${state.sink.mergeKey}`;
    const present = merged.get(key);
    merged.set(key, present === undefined ? state : present.join(state));
  }
  return [...merged.values()];
}
