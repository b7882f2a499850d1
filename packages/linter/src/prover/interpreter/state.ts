import type { Sink } from "../sinks/sink.js";
import { isOfLoop, isPast, pastSymbol } from "../values/input-symbol.js";
import { type Alternative, emptyText, keyOfValue, union, type Value } from "../values/value.js";
import { Bindings } from "./bindings.js";
import { isSameValue } from "./same-value.js";
import { Way, type WayStart } from "./way.js";

/** A round of `#foreach`. */
export interface LoopRound {
  readonly loop: string;
  /** Key of what is gone through. */
  readonly iterable: string;
  /** `undefined`: one round for both, which a condition may tell apart. */
  readonly hasNext: boolean | undefined;
  readonly index: Value;
  readonly count: Value;
}

/** How a state left the statements that follow. */
export type Exit = "break" | "stop";

/** What is read from here on. */
export interface Reads {
  readonly isVariableRead: (name: string) => boolean;
  readonly isInputRead: (key: string) => boolean;
}

const everything: Reads = { isVariableRead: () => true, isInputRead: () => true };

/** A name that no variable can have, for the status that the template has the response sent with. */
export const STATUS_OVERRIDE = "context.responseOverride.status";

/**
 * One of the ways that a rendering may have come to a place: what it has printed, what its variables may be, and what is
 * known of the inputs.
 */
export class State {
  sink: Sink;
  exit: Exit | undefined;
  /** Whether it stands for more ways than there are: what goes wrong on it may go wrong on none. */
  isVague = false;
  readonly loops: readonly LoopRound[];
  #variables: Bindings<Value>;
  /** What inputs are known to be, by key, as far as it matters from here on. */
  #facts: Bindings<Value>;
  /** The same of all inputs that were tested: how to come here. */
  #way: Way;

  constructor(
    sink: Sink,
    variables: Bindings<Value> = Bindings.none,
    facts: Bindings<Value> = Bindings.none,
    way: Way = Way.none,
    loops: readonly LoopRound[] = [],
  ) {
    this.sink = sink;
    this.#variables = variables;
    this.#facts = facts;
    this.#way = way;
    this.loops = loops;
  }

  copy({ sink = this.sink, loops = this.loops }: { sink?: Sink; loops?: readonly LoopRound[] } = {}): State {
    const state = new State(sink, this.#variables, this.#facts, this.#way, loops);
    state.exit = this.exit;
    state.isVague = this.isVague;
    return state;
  }

  variable(name: string): Value | undefined {
    return this.#variables.get(name);
  }

  /** `undefined`: the variable is not set any more. */
  setVariable(name: string, value: Value | undefined): void {
    this.#variables = this.#variables.with(name, value);
  }

  /** Goes on with the variables of one of several states. */
  takeVariables(states: readonly State[]): void {
    const [first, ...others] = states;
    if (first)
      this.#variables = others.reduce((joined, other) => joinVariables(joined, other.#variables), first.#variables);
  }

  fact(key: string): Value | undefined {
    return this.#facts.get(key);
  }

  /** What is known of the inputs that were tested on the way here. */
  get way(): Way {
    return this.#way;
  }

  /** From here on, what is learned on the way is told apart from what was. */
  startPart(start: WayStart): void {
    this.#way = new Way(start);
  }

  /** Whether all is the same from here on, but for the places and the way here. */
  isSame(other: State, isSameFact: (key: string) => boolean): boolean {
    return (
      this.exit === other.exit &&
      this.isVague === other.isVague &&
      this.sink.key === other.sink.key &&
      this.#variables.everyDifference(other.#variables, (_, mine, its) => isSameValue(mine, its)) &&
      this.#facts.everyDifference(other.#facts, (_, mine, its) => isSameValue(mine, its)) &&
      Array.from(this.#facts.entries()).every(([key]) => isSameFact(key))
    );
  }

  learn(key: string, value: Value): void {
    if (isPast(key)) return;
    this.#facts = this.#facts.with(key, value);
    this.#way = this.#way.with(key, value);
  }

  /** Keeps the outcome of a test, which says nothing about how to come here. */
  remember(key: string, outcome: Value): void {
    this.#facts = this.#facts.with(key, outcome);
  }

  /** What is known of a round is not known of the next one. */
  endRound(loop: string): void {
    for (const [key] of this.#facts.entries()) if (isOfLoop(key, loop)) this.#facts = this.#facts.with(key, undefined);
    this.#way = this.#way.without((key) => isOfLoop(key, loop));
    for (const [name, value] of this.#variables.entries()) {
      if (isOfLoop(keyOfValue(value), loop)) this.setVariable(name, pastValue(value, loop));
    }
  }

  /** Whether what follows is the same for both. Copies share most values: few have to be looked into. */
  equals(other: State, { isVariableRead, isInputRead }: Reads = everything): boolean {
    return (
      this.exit === other.exit &&
      this.loops.at(-1)?.hasNext === other.loops.at(-1)?.hasNext &&
      this.sink.mergeKey === other.sink.mergeKey &&
      haveEqualValues(this.#variables, other.#variables, isVariableRead) &&
      haveEqualValues(this.#facts, other.#facts, isInputRead) &&
      this.sink.key === other.sink.key
    );
  }

  /** Forgets what is not read any more, now and then. */
  tidy({ isVariableRead, isInputRead }: Reads): void {
    this.#variables = this.#variables.tidied(isVariableRead);
    this.#facts = this.#facts.tidied(isInputRead);
  }

  /** Takes in a state that is equal but for what is not read any more, which neither knows from here on. */
  absorb(other: State, { isVariableRead, isInputRead }: Reads): void {
    this.isVague &&= other.isVague;
    this.sink = this.sink.join(other.sink);
    for (const [name] of this.#variables.differences(other.#variables)) {
      if (!isVariableRead(name)) this.setVariable(name, undefined);
    }
    for (const [key] of this.#facts.differences(other.#facts)) {
      if (!isInputRead(key)) this.#facts = this.#facts.with(key, undefined);
    }
  }

  /** All that either state may be; the sinks have one merge key. */
  join(other: State, joinValues: typeof union = union): State {
    const variables = joinVariables(this.#variables, other.#variables, joinValues);
    let facts = this.#facts;
    for (const [key, mine, its] of this.#facts.differences(other.#facts)) {
      facts = facts.with(key, mine && its && union(mine, its));
    }
    const state = new State(this.sink.join(other.sink), variables, facts, this.#way, this.loops);
    state.exit = this.exit;
    state.isVague = this.isVague || other.isVague;
    return state;
  }
}

function joinVariables(some: Bindings<Value>, others: Bindings<Value>, joinValues = union): Bindings<Value> {
  let joined = some;
  for (const [name, mine = emptyText, its = emptyText] of some.differences(others)) {
    joined = joined.with(name, joinValues(mine, its));
  }
  return joined;
}

function haveEqualValues(some: Bindings<Value>, others: Bindings<Value>, isRead: (name: string) => boolean): boolean {
  const isEqual = (mine?: Value, its?: Value) => mine && its && keyOfValue(mine) === keyOfValue(its);
  return some.everyDifference(others, (name, mine, its) => !isRead(name) || isEqual(mine, its) === true);
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

/**
 * One state for equal ones; when there are more than a few, one for all that have printed alike, and so for those that
 * have printed something that cannot be put right.
 */
export function mergeStates(states: readonly State[], few: number, reads: Reads): State[] {
  const distinct: State[] = [];
  for (const state of states) {
    const same = distinct.find((other) => other.equals(state, reads));
    if (same === undefined) distinct.push(state);
    else same.absorb(state, reads);
  }
  const isMany = distinct.length > few;
  const merged = new Map<State | string, State>();
  for (const state of distinct) {
    const key =
      isMany || !state.sink.isSound ? `${state.exit ?? ""}${state.loops.at(-1)?.hasNext}${state.sink.mergeKey}` : state;
    const present = merged.get(key);
    const joined = present === undefined ? state : present.join(state);
    joined.isVague ||= present !== undefined;
    merged.set(key, joined);
  }
  return [...merged.values()];
}
