import type { Range } from "@apigw-vtl/compiler";
import { FormSink } from "../sinks/form-sink.js";
import { JsonSink } from "../sinks/json-sink.js";
import type { InputSymbol } from "../values/input-symbol.js";
import { GiveUp, type InterpretedText, Machine, type Problem } from "./machine.js";
import { State } from "./state.js";
import { runBlock } from "./statements.js";

/** What the interpreter found out about a template. */
export interface Interpretation {
  /** Places where the output may go wrong; none and no `gaveUp`: it never does. */
  readonly problems: readonly Problem[];
  /** Starts of the holes that stand outside of JSON strings. */
  readonly hostValues: readonly number[];
  /** Every input that the template reads. */
  readonly symbols: readonly InputSymbol[];
  /** Texts that inputs are compared with, by the input's key. */
  readonly hints: ReadonlyMap<string, ReadonlySet<string>>;
  /** Why the interpreter did not come to an end. */
  readonly gaveUp: { readonly reason: string; readonly range: Range } | undefined;
}

export interface Subject extends InterpretedText {
  readonly output: "json" | "form";
}

const MOST_PASSES = 12;

/** Runs a template for all requests at once. */
export function interpret(subject: Subject): Interpretation {
  const { source, tree, output } = subject;
  const machine = new Machine(subject);
  machine.run = (block, states) => runBlock(machine, block, states);
  const hostValues = new Set<number>();
  let gaveUp: Interpretation["gaveUp"];
  try {
    for (let pass = 0; pass === 0 || !machine.isSettled; pass++) {
      if (pass > MOST_PASSES) throw new GiveUp("values that the template puts into each other without end");
      machine.startPass();
      hostValues.clear();
      const sink = output === "form" ? new FormSink() : new JsonSink((start) => hostValues.add(start));
      for (const state of runBlock(machine, tree.body, [new State(sink)])) {
        const refusal = state.sink.end();
        if (refusal) machine.report({ start: source.length, end: source.length }, refusal, state);
      }
    }
  } catch (error) {
    if (!(error instanceof GiveUp)) throw error;
    gaveUp = { reason: error.message, range: error.range ?? tree.range };
  }
  return {
    problems: machine.problems,
    hostValues: [...hostValues],
    symbols: [...machine.symbols.values()],
    hints: machine.hints,
    gaveUp,
  };
}
