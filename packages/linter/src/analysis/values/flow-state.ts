import { isMissing, type Value } from "../value.js";
import { numberKey, variableOfGuard } from "./guards.js";
import { emptyValue, joinValues, present, testedNumber } from "./make-value.js";

/** References of a variable that are sure to have a value, by `guardKey`. */
type Guards = ReadonlySet<string>;

const noGuards: Guards = new Set();

/**
 * What is known at one place of the template, and goes with the place from statement to statement. A branch or a loop's
 * round goes its own way in a fork, which holds nothing but what differs there: so branches cost what they change, and
 * not what is known before them.
 */
export class FlowState {
  /** How many loops the place is in. */
  readonly loops: number;
  readonly #base: FlowState | undefined;
  readonly #variables = new Map<string, Value>();
  /** By variable: all guards of it, in place of those of the base. */
  readonly #guards = new Map<string, Guards>();

  constructor(base?: FlowState, loops = base?.loops ?? 0) {
    this.#base = base;
    this.loops = loops;
  }

  /** Where a way parts from this one, which waits until it comes back by `join`. */
  fork(loops = this.loops): FlowState {
    return new FlowState(this, loops);
  }

  /** What was assigned to a variable; `undefined` if nothing was. */
  valueOf(variable: string): Value | undefined {
    let state: FlowState | undefined = this;
    while (state && !state.#variables.has(variable)) state = state.#base;
    return state === undefined ? undefined : state.#variables.get(variable);
  }

  /** What conditions and assignments make sure of about a variable. */
  guardsOf(variable: string): Guards {
    let state: FlowState | undefined = this;
    while (state && !state.#guards.has(variable)) state = state.#base;
    return (state === undefined ? undefined : state.#guards.get(variable)) ?? noGuards;
  }

  assign(variable: string, value: Value): void {
    this.#variables.set(variable, value);
    this.#guards.set(variable, value.kinds.has("empty") ? noGuards : new Set([variable]));
  }

  /** Another value of a variable whose guards stay: it holds something else, and is what it was. */
  change(variable: string, value: Value): void {
    this.#variables.set(variable, value);
  }

  guard(keys: Iterable<string>): void {
    for (const key of keys) {
      const variable = variableOfGuard(key);
      this.#guards.set(variable, new Set([...this.guardsOf(variable), key]));
    }
  }

  unguard(key: string): void {
    const variable = variableOfGuard(key);
    const guards = this.guardsOf(variable);
    if (guards.has(key)) this.#guards.set(variable, new Set([...guards].filter((other) => other !== key)));
  }

  /**
   * Goes on after one of several ways was taken: this one as it is, or forks. A variable that is `except` keeps its
   * value. Tells whether anything else is known now than before.
   */
  join(ways: readonly FlowState[], except?: string): boolean {
    const forks = ways.flatMap((way) => [...way.#sinceFork(this)]);
    const variables = new Set(forks.flatMap((fork) => [...fork.#variables.keys()]));
    const guarded = new Set(forks.flatMap((fork) => [...fork.#guards.keys()]));
    const values = [...variables].map((name) => {
      const [first, ...others] = ways.map((way) => way.#certainValueOf(name));
      return [name, others.reduce(joinValues, first!)] as const;
    });
    const guards = [...guarded].map((name) => {
      const [first, ...others] = ways.map((way) => way.guardsOf(name));
      return [name, new Set([...first!].filter((key) => others.every((other) => other.has(key))))] as const;
    });
    let isChanged = false;
    for (const [name, value] of values) {
      if (name === except || this.valueOf(name) === value) continue;
      this.#variables.set(name, value);
      isChanged = true;
    }
    for (const [name, keys] of guards) {
      const known = this.guardsOf(name);
      if (known.size === keys.size && [...keys].every((key) => known.has(key))) continue;
      this.#guards.set(name, keys);
      isChanged = true;
    }
    return isChanged;
  }

  /** This state and its bases, up to the one that the way parted from. */
  *#sinceFork(from: FlowState): Generator<FlowState> {
    for (let state: FlowState | undefined = this; state && state !== from; state = state.#base) yield state;
  }

  /** A guarded variable has a value, whatever is recorded for it. */
  #certainValueOf(name: string): Value {
    const value = this.valueOf(name) ?? emptyValue;
    const guards = this.guardsOf(name);
    if (guards.has(numberKey(name))) return testedNumber;
    return guards.has(name) && !isMissing(value) ? present(value) : value;
  }
}
