import type {
  Block,
  DefineDirective,
  Expression,
  ForeachDirective,
  Range,
  Statement,
  Template,
} from "@apigw-vtl/compiler";
import type { HoleRange } from "@apigw-vtl/definitions";
import { standsAlone } from "../../queries/holes.js";
import { keptIn, remembered } from "../../remembered.js";
import type { Refusal, Sink } from "../sinks/sink.js";
import type { Hole } from "../text/piece.js";
import { Heap } from "../values/heap.js";
import type { InputSymbol } from "../values/input-symbol.js";
import { inputTypes, type RequestFacts, typeOfInput } from "../values/input-types.js";
import { type Alternative, emptyText, union, unionOf, unknown, type Value } from "../values/value.js";
import { LastUses } from "./last-uses.js";
import { keyOfProblem, Notes } from "./notes.js";
import { mergeStates, type State } from "./state.js";

/** The template does something that the interpreter has no notion of. */
export class GiveUp extends Error {
  readonly range: Range | undefined;

  constructor(reason: string, range?: Range) {
    super(reason);
    this.range = range;
  }
}

/** Something that is not followed, and where it stands. */
export interface Doubt {
  readonly reason: string;
  readonly range: Range;
}

/** A place where a document may go wrong, and a way there. */
export interface Problem {
  readonly range: Range;
  readonly reason: string;
  /** Keys of the inputs that are printed there. */
  readonly origins: readonly string[];
  /** What the inputs are known to be on the way there. */
  readonly way: ReadonlyMap<string, Value>;
  /** Whether the text is known not to come from `$util.urlEncode`. */
  readonly isRaw: boolean;
  /** Whether it is about JSON within a string of the document. */
  readonly isNested: boolean;
}

/** How deeply #define blocks may print each other. */
const DEEPEST_BLOCK = 6;

const DEEPEST_NESTING = 300;

const MOST_STATES = 24;

/** How much an interpretation may cost, in steps of a way. */
export interface Budget {
  /** So often ways are kept apart; from then on, only those are that have printed something different. */
  readonly ways: number;
  /** After so many steps it gives up. */
  readonly steps: number;
  /** Whether it gives up at the first problem. */
  readonly stopsAtProblem?: boolean;
}

/** What a proof may take. */
export const proofBudget: Budget = { ways: 150_000, steps: 200_000 };

/** What an interpretation is of. */
export interface InterpretedText {
  readonly source: string;
  readonly tree: Template;
  /** Ranges of the template's text that the host fills in. */
  readonly holes: readonly HoleRange[];
  readonly facts: RequestFacts;
}

/** What an interpretation has used up at a place, and how many loops have a name there. */
export interface Standing {
  readonly steps: number;
  readonly ways: number;
  readonly loops: number;
}

/** What a text of the template does to a sink. */
interface WrittenText {
  readonly sink: Sink | undefined;
  readonly refusals: readonly Refusal[];
}

export type RunBlock = (machine: Machine, block: Block, states: readonly State[]) => State[];

/** What one interpretation of a template shares between all its states. */
export class Machine {
  readonly source: string;
  readonly facts: RequestFacts;
  /** Ranges of the template's text that the host fills in. */
  readonly holes: readonly Hole[];
  readonly #holesByStart: ReadonlyMap<number, Hole>;
  readonly uses: LastUses;
  heap = new Heap();
  /** What is found out. */
  notes = new Notes();
  /** Keys of the inputs that the template changes: what is read there and below may be anything. */
  #changed = new Set<string>();
  #isBodyShuffled = false;
  #isImagining = false;
  #grew = false;
  #steps = 0;
  #ways = 0;
  #nesting = 0;
  /** How many #define blocks are being printed. */
  #depth = 0;
  /** What texts of the template do to sinks: each is read once for all ways that come to it with one sink. */
  readonly written = remembered((_: Sink) => new Map<Statement, WrittenText>());
  /** What was seen in this pass. */
  observations = this.notes.observations;
  readonly #runBlock: RunBlock;
  readonly #budget: Budget;
  readonly #types: WeakMap<InputSymbol, Value>;
  #loops = new Map<ForeachDirective, string>();
  /** Tests whose outcomes are asked for again, by key. */
  #tests = new Map<string, Expression>();

  /** Expressions hold blocks, and blocks expressions: `runBlock` is handed in, so that the latter need not know it. */
  constructor({ source, tree, holes, facts }: InterpretedText, budget: Budget, runBlock: RunBlock) {
    this.#budget = budget;
    this.#runBlock = runBlock;
    this.source = source;
    this.facts = facts;
    this.#types = inputTypes(facts);
    this.holes = holes.map((hole) => ({ ...hole, isAlone: standsAlone(hole, source) }));
    this.#holesByStart = new Map(this.holes.map((hole) => [hole.start, hole]));
    this.uses = new LastUses(source, tree);
  }

  /** The part that the host fills in and that begins here. */
  holeAt(start: number): Hole | undefined {
    return this.#holesByStart.get(start);
  }

  /** A machine for a text that begins as this one's does up to an offset, which knows what this one knows. */
  goOn(text: InterpretedText, offset: number): Machine | undefined {
    const next = new Machine(text, this.#budget, this.#runBlock);
    if (!next.uses.agreesUpTo(offset, this.uses)) return undefined;
    next.uses.goOnAfter(this.uses);
    next.heap = this.heap.copy();
    next.#standOn(new Notes(offset, this.notes));
    next.#changed = new Set(this.#changed);
    next.#isBodyShuffled = this.#isBodyShuffled;
    next.#grew = this.#grew;
    next.#steps = this.#steps;
    next.#ways = this.#ways;
    next.#loops = new Map(this.#loops);
    next.#tests = new Map(this.#tests);
    return next;
  }

  #standOn(notes: Notes): void {
    this.notes = notes;
    this.observations = notes.observations;
  }

  /** From here on, what is found out is kept apart from what was. `offset`: where the rest of the template begins. */
  startPart(offset: number): void {
    this.#standOn(new Notes(offset, this.notes));
  }

  /** Takes what was found out so far as one part. */
  joinParts(): void {
    this.#standOn(this.notes.joined());
  }

  /** How much was used up so far, and how many loops have a name. */
  get standing(): Standing {
    return { steps: this.#steps, ways: this.#ways, loops: this.#loops.size };
  }

  /** Whether the rest goes the same ways as on another machine, which took so many steps and ways for it. */
  wouldGoOnLike(other: Standing, { steps, ways }: Pick<Standing, "steps" | "ways">): boolean {
    const budget = this.#budget;
    const isExactAlike =
      this.#ways === other.ways ||
      Math.max(this.#ways, other.ways) + ways <= budget.ways ||
      Math.min(this.#ways, other.ways) > budget.ways;
    return isExactAlike && this.#loops.size === other.loops && this.#steps + steps <= budget.steps;
  }

  /** Goes to the end as another machine went. */
  goLike(notes: Notes, { steps, ways }: Pick<Standing, "steps" | "ways">): void {
    this.#standOn(notes);
    this.#steps += steps;
    this.#ways += ways;
  }

  /** Looks at code that never runs: nothing goes wrong there, and nothing is changed for the code that does. */
  imagine(look: () => void): void {
    const real = this.observations;
    const wasImagining = this.#isImagining;
    this.#isImagining = true;
    this.observations = real.imagined;
    look();
    this.observations = real;
    this.#isImagining = wasImagining;
  }

  run(block: Block, states: readonly State[]): State[] {
    return this.#runBlock(this, block, states);
  }

  /** Prints a #define block; `otherwise`: what is known of one that goes on printing itself. */
  printBlock<Result>({ header }: DefineDirective, print: () => Result, otherwise: () => Result): Result {
    if (this.#depth >= DEEPEST_BLOCK) {
      this.doubt("a #define block that prints itself", header);
      return otherwise();
    }
    this.#depth++;
    try {
      return print();
    } finally {
      this.#depth--;
    }
  }

  /** Notes something that is not followed; what is found out is not a proof then. The first one is told. */
  doubt(reason: string, range: Range): void {
    this.notes.doubts({ reason, range });
  }

  /** Whether ways were kept apart to the end. */
  get isExact(): boolean {
    return this.#ways <= this.#budget.ways;
  }

  startPass(): void {
    this.#grew = false;
    this.heap.grew = false;
    this.#standOn(this.notes.forNextPass());
  }

  /** Whether every read of the pass has seen every write. */
  get isSettled(): boolean {
    return !this.#grew && !this.heap.grew;
  }

  step(range: Range): void {
    this.#steps++;
    if (this.#steps > this.#budget.steps) throw new GiveUp("there are too many ways through the template", range);
  }

  /** The name of a loop, which it keeps while something is written before it. */
  nameOfLoop(node: ForeachDirective): string {
    return keptIn(this.#loops, node, () => String(this.#loops.size));
  }

  /** Before what is nested in something else; the native stack must not be what ends it. */
  enter(range: Range): void {
    if (this.#nesting >= DEEPEST_NESTING) throw new GiveUp("the template is nested too deeply", range);
    this.#nesting++;
  }

  leave(): void {
    this.#nesting--;
  }

  /** The ways that differ in something that is read behind an offset. */
  merge(states: readonly State[], offset: number): readonly State[] {
    if (states.length < 2) return states;
    const reads = {
      isVariableRead: (name: string) => this.uses.ofVariable(name) > offset,
      isInputRead: (key: string) => this.#lastUseOfFact(key) > offset,
    };
    const merged = mergeStates(states, this.isExact ? MOST_STATES : 1, reads);
    for (const state of merged) state.tidy(reads);
    if (merged.length > 1) this.#ways += merged.length - new Set(merged.map(({ sink }) => sink.mergeKey)).size;
    return merged;
  }

  #lastUseOfFact(key: string): number {
    const symbol = this.notes.symbol(key);
    if (symbol !== undefined) return this.uses.ofInput(symbol);
    const test = this.#tests.get(key);
    return test === undefined ? Number.POSITIVE_INFINITY : this.uses.ofTest(test);
  }

  /** The key of a test's outcome. */
  test(subject: string, node: Expression): string {
    const key = `?${subject}`;
    this.#tests.set(key, node);
    return key;
  }

  /** The tests that were made so far and may be again, by the keys of their outcomes. */
  get tests(): ReadonlyMap<string, Expression> {
    return new Map(this.#tests);
  }

  report(range: Range, refusal: Refusal, state: State): void {
    if (this.#isImagining) return;
    const { piece, reason, faults = [] } = refusal;
    if (!state.isVague) for (const fault of faults) this.observations.fault(fault);
    const origins = piece === undefined || piece.kind === "constant" || piece.kind === "host" ? [] : piece.origins;
    const key = keyOfProblem({ range, reason, origins });
    if (this.#budget.stopsAtProblem) throw new GiveUp(reason, range);
    if (this.notes.hasProblem(key)) return;
    const isRaw = piece?.kind === "characters";
    const problem = { range, reason, origins, way: state.way, isRaw, isNested: refusal.isNested === true };
    this.notes.report(key, problem, this.isExact);
  }

  /** Notes an input that is there to be read. */
  note(symbol: InputSymbol): void {
    this.notes.note(symbol);
  }

  /** Notes that parts of the body are replaced by others: their types stay, but nothing can be learned about them. */
  shuffleBody(): void {
    if (this.#isBodyShuffled || this.#isImagining) return;
    this.#isBodyShuffled = true;
    this.#grew = true;
  }

  /** Whether two reads of an input may differ. */
  isUnstable(symbol: InputSymbol): boolean {
    return this.isChanged(symbol) || (this.#isBodyShuffled && symbol.root === "body");
  }

  /** Notes that an input is changed, with all that is below it. */
  change(key: string): void {
    if (this.#changed.has(key) || this.#isImagining) return;
    this.#changed.add(key);
    this.#grew = true;
  }

  /** What an input may be, as far as the state knows. */
  read(symbol: InputSymbol, state: State): Value {
    this.note(symbol);
    if (this.isChanged(symbol)) return unknown;
    const known = this.isUnstable(symbol) ? undefined : state.fact(symbol.key);
    return known ?? keptIn(this.#types, symbol, () => typeOfInput(symbol, this.facts));
  }

  /** Whether nothing is known of an input because the template changes it. */
  isChanged({ key }: InputSymbol): boolean {
    if (this.#changed.size === 0) return false;
    for (const changed of this.#changed) {
      if (key.startsWith(changed) && !/^\w/.test(key.slice(changed.length))) return true;
    }
    return false;
  }

  /** The same, with the empty text for null where the symbol says so. */
  readSymbol({ symbol, orEmpty }: Extract<Alternative, { kind: "symbol" }>, state: State): Value {
    const value = this.read(symbol, state);
    return orEmpty ? withEmptyText(value) : value;
  }

  hint(key: string, text: string): void {
    this.notes.hint(key, text);
  }

  /** The alternatives of an expression's value with inputs looked up; null is the empty text. */
  resolve(value: Value, state: State): Value {
    if (!value.some(({ kind }) => kind === "symbol" || kind === "null")) return value;
    return withEmptyText(this.resolveWithNull(value, state));
  }

  /** The alternatives of a part of a reference. */
  resolveWithNull(value: Value, state: State): Value {
    if (!value.some(({ kind }) => kind === "symbol")) return value;
    return unionOf(value, (one) => (one.kind === "symbol" ? this.readSymbol(one, state) : [one]));
  }
}

/** The empty text in place of null. */
function withEmptyText(value: Value): Value {
  return value.some(({ kind }) => kind === "null") ? nullAsEmpty(value) : value;
}

const nullAsEmpty = remembered((value: Value) =>
  union(...value.map((one) => (one.kind === "null" ? emptyText : [one]))),
);
