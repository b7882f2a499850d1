import type { InputSymbol } from "../values/input-symbol.js";
import type { Doubt, Problem } from "./machine.js";
import type { MovedNodes } from "./moved-nodes.js";
import { Observations } from "./observations.js";
import type { Way, WayStart } from "./way.js";

/** A problem with the way there as a state has it. */
export interface NotedProblem extends Omit<Problem, "way"> {
  readonly way: Way;
}

/**
 * What an interpretation finds out in a part of a template's body, on top of what it found in the parts before, which do
 * not change any more.
 */
export class Notes {
  readonly #start: number;
  readonly #before: Notes | undefined;
  readonly observations: Observations;
  #problems = new Map<string, NotedProblem>();
  #symbols = new Map<string, InputSymbol>();
  #hints = new Map<string, Set<string>>();
  #doubt: Doubt | undefined;
  #hasExactProblem = false;
  /** The inputs that were looked for in the parts before, and whether they were known there. */
  readonly #asked = new Map<string, boolean>();

  /** `start`: where the part begins in the template. */
  constructor(start = 0, before?: Notes, observations = new Observations(start, before?.observations)) {
    this.#start = start;
    this.#before = before;
    this.observations = observations;
  }

  /** What the next pass over the whole template knows from the start. */
  forNextPass(): Notes {
    const next = new Notes();
    next.#symbols = new Map(this.symbols);
    next.#hints = this.hints;
    next.#doubt = this.doubt;
    return next;
  }

  /** The same as one part. */
  joined(): Notes {
    if (this.#before === undefined) return this;
    const joined = new Notes(0, undefined, this.observations.joined());
    joined.#problems = new Map(this.#eachProblem());
    joined.#symbols = new Map(this.symbols);
    joined.#hints = this.hints;
    joined.#doubt = this.doubt;
    joined.#hasExactProblem = this.hasExactProblem;
    return joined;
  }

  note(symbol: InputSymbol): void {
    if (!this.#symbols.has(symbol.key)) this.#symbols.set(symbol.key, symbol);
  }

  /** An input that was noted, by its key. */
  symbol(key: string): InputSymbol | undefined {
    const own = this.#symbols.get(key);
    if (own !== undefined || this.#before === undefined) return own;
    const earlier = this.#before.find(key);
    this.#asked.set(key, earlier !== undefined);
    return earlier;
  }

  find(key: string): InputSymbol | undefined {
    return this.#symbols.get(key) ?? this.#before?.find(key);
  }

  /** Every input that the template reads, by key. */
  get symbols(): ReadonlyMap<string, InputSymbol> {
    if (this.#before === undefined) return this.#symbols;
    const all = new Map(this.#before.symbols);
    for (const [key, symbol] of this.#symbols) if (!all.has(key)) all.set(key, symbol);
    return all;
  }

  hint(key: string, text: string): void {
    const hints = this.#hints.get(key) ?? new Set();
    this.#hints.set(key, hints.add(text));
  }

  /** Texts that inputs are compared with, by the input's key. */
  get hints(): Map<string, Set<string>> {
    const all = this.#before?.hints ?? new Map<string, Set<string>>();
    for (const [key, texts] of this.#hints) all.set(key, new Set([...(all.get(key) ?? []), ...texts]));
    return all;
  }

  doubts(doubt: Doubt): void {
    this.#doubt ??= doubt;
  }

  /** What is not followed first. */
  get doubt(): Doubt | undefined {
    return this.#before?.doubt ?? this.#doubt;
  }

  hasProblem(key: string): boolean {
    return this.#problems.has(key);
  }

  /** `isExact`: found while ways were kept apart. */
  report(key: string, problem: NotedProblem, isExact: boolean): void {
    this.#problems.set(key, problem);
    this.#hasExactProblem ||= isExact;
  }

  get hasExactProblem(): boolean {
    return this.#hasExactProblem || this.#before?.hasExactProblem === true;
  }

  get problems(): readonly Problem[] {
    return Array.from(this.#eachProblem().values(), (problem) => ({ ...problem, way: problem.way.whole }));
  }

  #eachProblem(): ReadonlyMap<string, NotedProblem> {
    if (this.#before === undefined) return this.#problems;
    const all = new Map(this.#before.#eachProblem());
    for (const [key, problem] of this.#problems) if (!all.has(key)) all.set(key, problem);
    return all;
  }

  /** Whether what was asked of the parts before would be answered alike by other notes. */
  wouldFollow(others: Notes): boolean {
    for (const [key, wasKnown] of this.#asked) if ((others.find(key) !== undefined) !== wasKnown) return false;
    return this.observations.wouldFollow(others.observations);
  }

  /** The same notes of a part that has moved, on top of others. `starts`: how each of its states came to its beginning. */
  moved(nodes: MovedNodes, before: Notes, starts: ReadonlyMap<WayStart, WayStart>): Notes {
    const moved = new Notes(
      nodes.offset(this.#start),
      before,
      this.observations.moved(nodes, before.observations, nodes.offset(this.#start)),
    );
    for (const problem of this.#problems.values()) {
      const range = nodes.range(problem.range);
      moved.report(keyOfProblem({ ...problem, range }), { ...problem, range, way: problem.way.from(starts) }, false);
    }
    moved.#hasExactProblem = this.#hasExactProblem;
    moved.#symbols = this.#symbols;
    moved.#hints = this.#hints;
    moved.#doubt = this.#doubt && { ...this.#doubt, range: nodes.range(this.#doubt.range) };
    for (const [key, wasKnown] of this.#asked) moved.#asked.set(key, wasKnown);
    return moved;
  }
}

/** Problems with equal keys are told once. */
export function keyOfProblem({ range, reason, origins }: Pick<Problem, "range" | "reason" | "origins">): string {
  return `${range.start}:${range.end}:${reason}:${origins.join()}`;
}
