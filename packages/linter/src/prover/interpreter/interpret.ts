import type { Block } from "@apigw-vtl/compiler";
import { once } from "../../once.js";
import { hasNoBody } from "../bodiless-status.js";
import type { OutputKind } from "../output-kind.js";
import { AnySink } from "../sinks/any-sink.js";
import { FormSink } from "../sinks/form-sink.js";
import { JsonSink } from "../sinks/json-sink.js";
import { NestedJsonSink } from "../sinks/nested-json-sink.js";
import type { Sink } from "../sinks/sink.js";
import { TextSink } from "../sinks/text-sink.js";
import type { Pieces } from "../text/piece.js";
import type { InputSymbol } from "../values/input-symbol.js";
import { knownInteger, knownText } from "../values/value.js";
import {
  type Checkpoint,
  checkpointAt,
  type EarlierVersion,
  type Resumed,
  resume,
  sharedStatements,
} from "./checkpoint.js";
import {
  type Budget,
  type Doubt,
  GiveUp,
  type InterpretedText,
  Machine,
  type Problem,
  proofBudget,
} from "./machine.js";
import type { Notes } from "./notes.js";
import type { Observations } from "./observations.js";
import { STATUS_OVERRIDE, State } from "./state.js";
import { runBlock } from "./statements.js";
import { sharedAtEnd, type Tail, tailAgain, thresholdAt } from "./tail.js";

/** What the interpreter found out about a template. */
export interface Interpretation {
  /** Places where the output may go wrong; none and no `gaveUp`: it never does. */
  readonly problems: readonly Problem[];
  /** Starts of the holes that stand outside of JSON strings. */
  readonly hostValues: readonly number[];
  /** With `output: "text"`: all texts that may be printed. */
  readonly texts: readonly Pieces[];
  /** The brackets of a JSON document that are open at the end on every way, outermost first. */
  readonly unclosed: string;
  /** Every input that the template reads. */
  readonly symbols: readonly InputSymbol[];
  /** Texts that inputs are compared with, by the input's key. */
  readonly hints: ReadonlyMap<string, ReadonlySet<string>>;
  /** What the interpreter did not follow, or why it did not come to an end. */
  readonly gaveUp: Doubt | undefined;
  /** Whether ways were kept apart to the end; where they were not, a larger budget may show that a problem is none. */
  readonly isExact: boolean;
  /** Whether there is a problem that every larger budget shows, too: it was found while ways were kept apart. */
  readonly isSurelyBroken: boolean;
  /** What it saw on all ways. */
  readonly observations: Observations;
  /** From where a version can be gone on with that differs in what follows. */
  readonly checkpoint: Checkpoint | undefined;
  /** What is known of what follows the last change, for a version in which that is as it was. */
  readonly tail: Tail | undefined;
}

/** Whether nothing can go wrong with the output, on any way. */
export function isProof({ problems, gaveUp, hostValues }: Interpretation): boolean {
  return problems.length === 0 && gaveUp === undefined && hostValues.length === 0;
}

export interface Subject extends InterpretedText {
  /** `text`: all that may be printed is gathered, whatever it is. */
  readonly output: OutputKind | "text";
  /** Interpreted for the same kind of output, with the same facts and budget; its nodes are this tree's at the start. */
  readonly earlier?: EarlierVersion | undefined;
}

const MOST_PASSES = 12;

/** Runs a template for all requests at once. */
export function interpret(subject: Subject, budget: Budget = proofBudget): Interpretation {
  const { source, tree, output } = subject;
  const { earlier, known, shared } = resumed(subject);
  const machine = known?.machine ?? new Machine(subject, budget, runBlock);
  const hostValues = new Set<number>();
  const initial = () => [new State(sinkFor(output, adderTo(hostValues)))];
  let checkpoint = known?.checkpoint;
  let end: Ending = { texts: [], unclosed: "" };
  let tail: Tail | undefined;
  let gaveUp: Doubt | undefined;
  let pass = 0;
  /** Up to the change, over it, and what follows, which may be known. */
  const firstPass = (): Ending => {
    let states = known?.states ?? initial();
    const done = known?.checkpoint.statements ?? 0;
    if (done < shared) {
      states = runBlock(machine, partOf(tree.body, done, shared), states);
      checkpoint = checkpointAt(shared, subject, machine, states);
    }
    const { statements } = tree.body;
    const behind = earlier ? sharedAtEnd(source, tree, earlier, shared) : 0;
    if (earlier === undefined || behind === 0) return ending(runBlock(machine, partOf(tree.body, shared), states));
    const last = statements.length - behind;
    const offset = statements[last]!.range.start;
    states = runBlock(machine, partOf(tree.body, shared, last), states);
    const threshold = thresholdAt(machine, states, offset, behind);
    const again = earlier.tail && tailAgain(earlier.tail, threshold, machine, { tree, earlier, shared });
    if (again !== undefined) {
      machine.goLike(again.notes, again.cost);
      tail = again;
      return { texts: [], unclosed: again.unclosed };
    }
    machine.startPart(offset);
    for (const [i, state] of states.entries()) state.startPart(threshold.starts[i]!);
    const { unclosed, texts } = ending(runBlock(machine, partOf(tree.body, last), states));
    const { steps, ways } = machine.standing;
    const cost = { steps: steps - threshold.standing.steps, ways: ways - threshold.standing.ways };
    if (machine.isSettled) tail = { threshold, notes: machine.notes, cost, unclosed };
    return { unclosed, texts };
  };
  const ending = (after: readonly State[]): Ending => {
    for (const state of after) {
      const refusal = state.sink.end();
      if (refusal && !(refusal.isBlank && isSentWithoutBody(machine, state)))
        machine.report({ start: source.length, end: source.length }, refusal, state);
    }
    return {
      texts: after.flatMap(({ sink }) => (sink instanceof TextSink ? [sink.pieces] : [])),
      unclosed: commonStart(after.map(({ sink }) => (sink instanceof NestedJsonSink ? sink.unclosed : ""))),
    };
  };
  try {
    for (; pass === 0 || !machine.isSettled; pass++) {
      if (pass > MOST_PASSES) throw new GiveUp("values that the template puts into each other without end");
      hostValues.clear();
      if (pass > 0) machine.startPass();
      end = pass === 0 ? firstPass() : ending(runBlock(machine, tree.body, initial()));
    }
  } catch (error) {
    if (!(error instanceof GiveUp)) throw error;
    gaveUp = { reason: error.message, range: error.range ?? tree.range };
  }
  const { notes } = machine;
  return withProblemsOf(notes, {
    hostValues: [...hostValues],
    texts: end.texts,
    unclosed: (gaveUp ?? notes.doubt) ? "" : end.unclosed,
    symbols: [...notes.symbols.values()],
    hints: notes.hints,
    gaveUp: gaveUp ?? notes.doubt,
    isExact: machine.isExact,
    isSurelyBroken: pass === 1 && notes.hasExactProblem,
    observations: notes.observations,
    checkpoint,
    tail,
  });
}

// What outlives the interpretation must not hold on to all that it worked with, such as the version before.

/** The ways to problems are written out when they are asked for: mostly nobody does. */
function withProblemsOf(notes: Notes, rest: Omit<Interpretation, "problems">): Interpretation {
  const problems = once(() => notes.problems);
  return {
    ...rest,
    get problems() {
      return problems();
    },
  };
}

const adderTo = (places: Set<number>) => (place: number) => places.add(place);

/** What is printed when the template has come to its end. */
interface Ending {
  readonly texts: readonly Pieces[];
  /** The brackets that are open. */
  readonly unclosed: string;
}

/** What is known of the earlier version, and how much of its beginning is as it was. */
function resumed(
  subject: Subject,
): Pick<Subject, "earlier"> & { readonly known?: Resumed | undefined; shared: number } {
  const { earlier, holes } = subject;
  // What the host fills in is told to whom it was printed for.
  if (earlier === undefined || holes.length > 0) return { shared: 0 };
  const shared = sharedStatements(subject.tree, earlier);
  const { checkpoint } = earlier;
  return { earlier, known: checkpoint && resume(checkpoint, subject, shared), shared };
}

function partOf(block: Block, start: number, end?: number): Block {
  return { ...block, statements: block.statements.slice(start, end) };
}

function sinkFor(output: Subject["output"], onHostValue: (start: number) => void): Sink {
  switch (output) {
    case "form":
      return new FormSink();
    case "text":
      return new TextSink();
    case "json":
      return new NestedJsonSink(new JsonSink(onHostValue));
    default:
      return new AnySink();
  }
}

/** Whether the response has a status that is sent without a body: the template's own, else the declared one. */
function isSentWithoutBody({ facts }: Machine, state: State): boolean {
  const set = state.variable(STATUS_OVERRIDE);
  if (set === undefined) return hasNoBody(facts.statusCode ?? "");
  return set.every((one) => hasNoBody(knownText([one]) ?? String(knownInteger([one]))));
}

function commonStart([first = "", ...others]: readonly string[]): string {
  return others.reduce((common, other) => {
    let length = 0;
    while (length < common.length && common[length] === other[length]) length++;
    return common.slice(0, length);
  }, first);
}
