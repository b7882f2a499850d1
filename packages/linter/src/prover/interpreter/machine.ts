import type { Block, Range } from "@apigw-vtl/compiler";
import type { Refusal } from "../sinks/sink.js";
import { Heap } from "../values/heap.js";
import type { InputSymbol } from "../values/input-symbol.js";
import { type RequestFacts, typeOfInput } from "../values/input-types.js";
import { emptyText, union, unknown, type Value } from "../values/value.js";
import type { State } from "./state.js";

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
  readonly facts: ReadonlyMap<string, Value>;
  /** Whether the text is known not to come from `$util.urlEncode`. */
  readonly isRaw: boolean;
}

/** How deeply #define blocks may print each other. */
export const DEEPEST_BLOCK = 6;

const MOST_STEPS = 200_000;

/** What one interpretation of a template shares between all its states. */
export class Machine {
  readonly source: string;
  readonly facts: RequestFacts;
  /** Ranges of the template's text that the host fills in. */
  readonly holes: readonly Range[];
  readonly heap = new Heap();
  /** Every input that the template reads. */
  readonly symbols = new Map<string, InputSymbol>();
  /** Texts that inputs are compared with, by key. */
  readonly hints = new Map<string, Set<string>>();
  #problems = new Map<string, Problem>();
  /** Keys of the inputs that the template changes: what is read there and below may be anything. */
  readonly #changed = new Set<string>();
  #grew = false;
  #steps = 0;
  depth = 0;
  /** Runs a block; set by the statements, which need expressions, which need blocks. */
  run: (block: Block, states: State[]) => State[] = () => [];

  constructor(source: string, facts: RequestFacts, holes: readonly Range[]) {
    this.source = source;
    this.facts = facts;
    this.holes = holes;
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

  step(range: Range): void {
    this.#steps++;
    if (this.#steps > MOST_STEPS) throw new GiveUp("there are too many ways through the template", range);
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
      facts: new Map(state.facts),
      isRaw: piece?.kind === "characters",
    });
  }

  /** Notes that an input is changed, with all that is below it. */
  change(key: string): void {
    if (this.#changed.has(key)) return;
    this.#changed.add(key);
    this.#grew = true;
  }

  /** What an input may be, as far as the state knows. */
  read(symbol: InputSymbol, state: State): Value {
    if (!this.symbols.has(symbol.key)) this.symbols.set(symbol.key, symbol);
    if (this.isChanged(symbol)) return unknown;
    return state.fact(symbol.key) ?? typeOfInput(symbol, this.facts);
  }

  /** Whether nothing is known of an input because the template changes it. */
  isChanged({ key }: InputSymbol): boolean {
    for (const changed of this.#changed) {
      if (key.startsWith(changed) && !/^\w/.test(key.slice(changed.length))) return true;
    }
    return false;
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
    return union(...value.map((one) => (one.kind === "symbol" ? this.read(one.symbol, state) : [one])));
  }
}
