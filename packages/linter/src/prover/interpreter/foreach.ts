import type { ForeachDirective } from "@apigw-vtl/compiler";
import { integer, keyOfValue, union, unknown, type Value, widened } from "../values/value.js";
import { evaluate } from "./expressions.js";
import type { Machine } from "./machine.js";
import { asksInConditionsOnly } from "./reads-of-next.js";
import { type Rounds, roundsOf } from "./rounds.js";
import type { LoopRound, State } from "./state.js";

const MOST_PASSES = 40;
/** After so many, what still changes is blurred. */
const EXACT_PASSES = 3;
const laterIndex: Value = [{ kind: "number", integer: true, min: 1, max: Number.POSITIVE_INFINITY }];
const laterCount: Value = [{ kind: "number", integer: true, min: 2, max: Number.POSITIVE_INFINITY }];

/** The states after a loop that `state` comes to. */
export function foreach(machine: Machine, node: ForeachDirective, state: State): State[] {
  // Fewer arguments are an error when rendered, or print nothing; a fourth is rendered in place of the block.
  if (node.parentheses !== undefined && node.arguments.length < 2) return [];
  if (node.arguments.length < 3 || node.variable === undefined) return [state];
  if (node.arguments[3] !== undefined) {
    machine.doubt("#foreach with a fourth argument", node.header);
    return [state];
  }
  const loop = machine.nameOfLoop(node);
  const iterable = evaluate(machine, node.iterable, state);
  const rounds = roundsOf(machine, iterable, loop, state);
  const after = rounds.none ? [withoutRounds(state)] : [];
  if (rounds.item === undefined) {
    machine.imagine(() => {
      const inside = state.copy();
      inside.setVariable(node.variable!.name, unknown);
      machine.run(node.body, [inside]);
    });
    return after;
  }
  machine.observations.loop(node.iterable);
  const walk = new LoopWalk(machine, node, state, loop, keyOfValue(iterable), rounds);
  return [...after, ...walk.run()];
}

/** That a member of an item has members of its own is rarely in doubt, so that nothing is sure when it has not. */
function withoutRounds(state: State): State {
  const after = state.copy();
  after.isVague ||= state.loops.length > 0;
  return after;
}

/** One loop, entered in one state. */
class LoopWalk {
  readonly #machine: Machine;
  readonly #node: ForeachDirective;
  readonly #before: State;
  readonly #loop: string;
  readonly #iterable: string;
  readonly #rounds: Rounds;
  readonly #after: State[] = [];

  constructor(machine: Machine, node: ForeachDirective, before: State, loop: string, iterable: string, rounds: Rounds) {
    this.#machine = machine;
    this.#node = node;
    this.#before = before;
    this.#loop = loop;
    this.#iterable = iterable;
    this.#rounds = rounds;
  }

  run(): State[] {
    if (this.#rounds.items) this.#unrolled(this.#rounds.items);
    else this.#untilNothingIsNew(this.#rounds.item!);
    return this.#after;
  }

  #unrolled(items: readonly Value[]): void {
    let states = [this.#before];
    items.forEach((item, index) => {
      const hasNext = index + 1 < items.length;
      states = states.flatMap((state) =>
        this.#round(state, item, { hasNext, index: integer(index), count: integer(index + 1) }),
      );
    });
  }

  /** Goes round with ever wider states until a round leads to no state that is not covered already. */
  #untilNothingIsNew(item: Value): void {
    const heads = new Map<string, State>();
    let fresh = this.#bothWays(this.#before, item, integer(0), integer(1));
    for (let pass = 0; fresh.length > 0; pass++) {
      if (pass > MOST_PASSES) {
        this.#machine.doubt("a loop whose rounds never come to be alike", this.#node.header);
        return;
      }
      const changed = new Map<string, State>();
      for (const state of fresh) {
        const key = state.sink.mergeKey;
        const head = heads.get(key);
        const joined = head === undefined ? state : head.join(state, pass > EXACT_PASSES ? widened : union);
        if (head !== undefined && joined.equals(head) && head.sink.covers(joined.sink)) continue;
        heads.set(key, joined);
        changed.set(key, joined);
      }
      fresh = [...changed.values()].flatMap((head) => this.#bothWays(head, item, laterIndex, laterCount));
    }
  }

  /** A round that is the last one, and a round that is not; the states after the latter. */
  #bothWays(state: State, item: Value, index: Value, count: Value): State[] {
    // Of a document that cannot be put right it does not matter which round is the last.
    if (!state.sink.isSound || asksInConditionsOnly(this.#node))
      return this.#round(state, item, { hasNext: undefined, index, count });
    this.#round(state, item, { hasNext: false, index, count });
    return this.#round(state, item, { hasNext: true, index, count });
  }

  /** The states that go on to the next round. */
  #round(state: State, item: Value, round: Pick<LoopRound, "hasNext" | "index" | "count">): State[] {
    const { name } = this.#node.variable!;
    const outer = state.loops;
    const loops = [...outer, { loop: this.#loop, iterable: this.#iterable, ...round }];
    const inner = state.copy({ loops });
    inner.setVariable(name, item);
    this.#machine.uses.hold(name, item);
    const on: State[] = [];
    for (const result of this.#machine.run(this.#node.body, [inner])) {
      result.endRound(this.#loop);
      const { hasNext } = result.loops.at(-1)!;
      const next = result.copy({ loops: outer });
      if (next.exit === undefined && hasNext !== false) {
        on.push(hasNext === undefined ? next.copy() : next);
        if (hasNext) continue;
      }
      if (next.exit === "break") next.exit = undefined;
      next.setVariable(name, this.#before.variable(name));
      this.#after.push(next);
    }
    return on;
  }
}
