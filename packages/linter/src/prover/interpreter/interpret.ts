import type { OutputKind } from "../output-kind.js";
import { AnySink } from "../sinks/any-sink.js";
import { FormSink } from "../sinks/form-sink.js";
import { JsonSink } from "../sinks/json-sink.js";
import type { Sink } from "../sinks/sink.js";
import type { InputSymbol } from "../values/input-symbol.js";
import {
  type Budget,
  type Doubt,
  GiveUp,
  type InterpretedText,
  Machine,
  type Problem,
  proofBudget,
} from "./machine.js";
import type { Observations } from "./observations.js";
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
  /** What the interpreter did not follow, or why it did not come to an end. */
  readonly gaveUp: Doubt | undefined;
  /** Whether ways were kept apart to the end; where they were not, a larger budget may show that a problem is none. */
  readonly isExact: boolean;
  /** What it saw on all ways. */
  readonly observations: Observations;
}

export interface Subject extends InterpretedText {
  readonly output: OutputKind;
}

const MOST_PASSES = 12;

/** Runs a template for all requests at once. */
export function interpret(subject: Subject, budget: Budget = proofBudget): Interpretation {
  const { source, tree, output } = subject;
  const machine = new Machine(subject, budget, runBlock);
  const hostValues = new Set<number>();
  let gaveUp: Doubt | undefined;
  try {
    for (let pass = 0; pass === 0 || !machine.isSettled; pass++) {
      if (pass > MOST_PASSES) throw new GiveUp("values that the template puts into each other without end");
      machine.startPass();
      hostValues.clear();
      const sink = sinkFor(output, (start) => hostValues.add(start));
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
    gaveUp: gaveUp ?? machine.doubted,
    isExact: machine.isExact,
    observations: machine.observations,
  };
}

function sinkFor(output: OutputKind, onHostValue: (start: number) => void): Sink {
  if (output === "form") return new FormSink();
  return output === "json" ? new JsonSink(onHostValue) : new AnySink();
}
