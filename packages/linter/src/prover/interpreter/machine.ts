import type { Block, Range, Template } from "@apigw-vtl/compiler";
import type { Refusal } from "../sinks/sink.js";
import { Heap } from "../values/heap.js";
import type { InputSymbol } from "../values/input-symbol.js";
import { type RequestFacts, typeOfInput } from "../values/input-types.js";
import { type Alternative, emptyText, union, unknown, type Value } from "../values/value.js";
import { LastUses } from "./last-uses.js";
import { mergeStates, type State } from "./state.js";

/** The template does something that the interpreter has no notion of. */
export class GiveUp extends Error {
  readonly range: Range | undefined;

  constructor(reason: string, range?: Range) {
    super(reason);
    this.range = range;
  }
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
}

/** How deeply #define blocks may print each other. */
export const DEEPEST_BLOCK = 6;

const DEEPEST_NESTING = 300;

const MOST_STEPS = 200_000;

const MOST_STATES = 24;

/** What an interpretation is of. */
export interface InterpretedText {
  readonly source: string;
  readonly tree: Template;
  /** Ranges of the template's text that the host fills in. */
  readonly holes: readonly Range[];
  readonly facts: RequestFacts;
}

/** What one interpretation of a template shares between all its states. */
export class Machine {
  readonly source: string;
  readonly facts: RequestFacts;
  /** Ranges of the template's text that the host fills in. */
  readonly holes: readonly Range[];
  readonly uses: LastUses;
  readonly heap = new Heap();
  /** Every input that the template reads. */
  readonly symbols = new Map<string, InputSymbol>();
  /** Texts that inputs are compared with, by key. */
  readonly hints = new Map<string, Set<string>>();
  #problems = new Map<string, Problem>();
  /** Keys of the inputs that the template changes: what is read there and below may be anything. */
  readonly #changed = new Set<string>();
  #isBodyShuffled = false;
  #grew = false;
  #steps = 0;
  #nesting = 0;
  /** How many #define blocks are being printed. */
  depth = 0;
  /** Runs a block; set by the statements, which need expressions, which need blocks. */
  run: (block: Block, states: State[]) => State[] = () => [];

  constructor({ source, tree, holes, facts }: InterpretedText) {
    this.source = source;
    this.facts = facts;
    this.holes = holes;
    this.uses = new LastUses(tree);
  }

  get problems(): readonly Problem[] {
    return [...this.#problems.values()];
  }

  startPass(): void {
    this.#grew = false;
    this.heap.grew = false;
    this.#problems = new Map();
  }

  /** Whether every read of the pass has seen every write. */
  get isSettled(): boolean {
    return !this.#grew && !this.heap.grew;
  }

  /** One step of a state; those that know much take longer to copy and to compare. */
  step(range: Range, { size }: State): void {
    this.#steps += 1 + (size >> 5);
    if (this.#steps > MOST_STEPS) throw new GiveUp("there are too many ways through the template", range);
  }

  /** Runs what is nested in something else; the native stack must not be what ends it. */
  nested<Result>(range: Range, run: () => Result): Result {
    if (this.#nesting >= DEEPEST_NESTING) throw new GiveUp("the template is nested too deeply", range);
    this.#nesting++;
    try {
      return run();
    } finally {
      this.#nesting--;
    }
  }

  /** The ways that differ in something that is read behind an offset. */
  merge(states: readonly State[], offset: number): State[] {
    if (states.length < 2) return [...states];
    for (const state of states) {
      state.forget(
        (name) => this.uses.ofVariable(name) > offset,
        (key) => {
          const symbol = this.symbols.get(key);
          return symbol === undefined || this.uses.ofInput(symbol) > offset;
        },
      );
    }
    return mergeStates(states, MOST_STATES);
  }

  report(range: Range, refusal: Refusal, state: State): void {
    const { piece, reason } = refusal;
    const origins = piece === undefined || piece.kind === "constant" || piece.kind === "host" ? [] : piece.origins;
    const key = `${range.start}:${range.end}:${reason}:${origins.join()}`;
    if (this.#problems.has(key)) return;
    this.#problems.set(key, {
      range,
      reason,
      origins,
      way: new Map(state.way),
      isRaw: piece?.kind === "characters",
    });
  }

  /** Notes an input that is there to be read. */
  note(symbol: InputSymbol): void {
    if (!this.symbols.has(symbol.key)) this.symbols.set(symbol.key, symbol);
  }

  /** Notes that parts of the body are replaced by others: their types stay, but nothing can be learned about them. */
  shuffleBody(): void {
    if (this.#isBodyShuffled) return;
    this.#isBodyShuffled = true;
    this.#grew = true;
  }

  /** Whether two reads of an input may differ. */
  isUnstable(symbol: InputSymbol): boolean {
    return this.isChanged(symbol) || (this.#isBodyShuffled && symbol.root === "body");
  }

  /** Notes that an input is changed, with all that is below it. */
  change(key: string): void {
    if (this.#changed.has(key)) return;
    this.#changed.add(key);
    this.#grew = true;
  }

  /** What an input may be, as far as the state knows. */
  read(symbol: InputSymbol, state: State): Value {
    this.note(symbol);
    if (this.isChanged(symbol)) return unknown;
    const known = this.isUnstable(symbol) ? undefined : state.fact(symbol.key);
    return known ?? typeOfInput(symbol, this.facts);
  }

  /** Whether nothing is known of an input because the template changes it. */
  isChanged({ key }: InputSymbol): boolean {
    for (const changed of this.#changed) {
      if (key.startsWith(changed) && !/^\w/.test(key.slice(changed.length))) return true;
    }
    return false;
  }

  /** The same, with the empty text for null where the symbol says so. */
  readSymbol({ symbol, orEmpty }: Extract<Alternative, { kind: "symbol" }>, state: State): Value {
    const value = this.read(symbol, state);
    if (!orEmpty || !value.some(({ kind }) => kind === "null")) return value;
    return union(...value.map((one) => (one.kind === "null" ? emptyText : [one])));
  }

  hint(key: string, text: string): void {
    const hints = this.hints.get(key) ?? new Set();
    this.hints.set(key, hints.add(text));
  }

  /** The alternatives of an expression's value with inputs looked up; null is the empty text. */
  resolve(value: Value, state: State): Value {
    if (!value.some(({ kind }) => kind === "symbol" || kind === "null")) return value;
    const resolved = this.resolveWithNull(value, state);
    return union(...resolved.map((one) => (one.kind === "null" ? emptyText : [one])));
  }

  /** The alternatives of a part of a reference. */
  resolveWithNull(value: Value, state: State): Value {
    return union(...value.map((one) => (one.kind === "symbol" ? this.readSymbol(one, state) : [one])));
  }
}
