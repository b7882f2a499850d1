import { ASSERTIONS } from "./assertions.js";
import { type CharSet, range } from "./char-set.js";
import { firstSetOf } from "./first-set.js";
import { type IndexedSet, indexSet } from "./indexed-set.js";
import { isLoop, lengthOf } from "./node-length.js";
import type { ParsedPattern } from "./pattern-parser.js";
import { isSurrogate } from "./pattern-reader.js";
import { FOLDINGS, IterationMode, Op, type Program } from "./program.js";
import {
  type Literal,
  type LookAhead,
  type LookBehind,
  type Optional,
  type Quantified,
  type QuantifierMode,
  type RegexNode,
  UNBOUNDED,
} from "./syntax-tree.js";

/** Compiles a parsed pattern to the instructions of `Machine`. */
export function compileProgram(pattern: ParsedPattern): Program {
  return new ProgramCompiler(pattern).compile();
}

const RUN_OPS: Readonly<Record<QuantifierMode, number>> = {
  greedy: Op.runGreedy,
  lazy: Op.runLazy,
  possessive: Op.runPossessive,
};

class ProgramCompiler {
  readonly #pattern: ParsedPattern;
  readonly #code: number[] = [];
  readonly #sets: IndexedSet[] = [];
  readonly #setIndexes = new Map<CharSet, number>();
  readonly #strings: string[] = [];
  readonly #assertions: Program["assertions"][number][] = [];
  #registerCount: number;
  #memoCount = 0;
  #keepsPairs = false;
  #settlesGroups = false;
  /** Depth in quantifiers and constructs that are matched on their own. */
  #enclosing = 0;

  constructor(pattern: ParsedPattern) {
    this.#pattern = pattern;
    this.#registerCount = 2 * (pattern.groupCount + 1);
  }

  compile(): Program {
    const { root } = this.#pattern;
    this.#node(root);
    this.#emit(Op.match);
    const firstSet = firstSetOf(root);
    return {
      code: Int32Array.from(this.#code),
      sets: this.#sets,
      strings: this.#strings,
      assertions: this.#assertions,
      registerCount: this.#registerCount,
      memoCount: this.#memoCount,
      settlesGroups: this.#settlesGroups,
      minLength: lengthOf(root).min,
      keepsPairs: this.#keepsPairs,
      firstSet: firstSet && indexSet(firstSet),
    };
  }

  /** Appends an instruction and returns its address. */
  #emit(...words: number[]): number {
    const address = this.#here;
    this.#code.push(...words);
    return address;
  }

  get #here(): number {
    return this.#code.length;
  }

  /** Makes the operand at `address + offset` point here. */
  #pointHere(address: number, offset: number): void {
    this.#code[address + offset] = this.#here;
  }

  #register(): number {
    return this.#registerCount++;
  }

  /** A part in which no loop may remember failed positions, since it runs more than once at the same place. */
  #enclosed(emit: () => void): void {
    this.#enclosing++;
    emit();
    this.#enclosing--;
  }

  #node(node: RegexNode): void {
    switch (node.type) {
      case "literal":
        this.#literal(node.codePoint);
        return;
      case "set":
        this.#emit(Op.set, this.#setIndex(node.set));
        return;
      case "assertion":
        this.#emit(Op.assert, this.#assertions.push(ASSERTIONS[node.kind]) - 1);
        return;
      case "backReference":
        if (node.group > this.#pattern.groupCount) this.#emit(Op.never);
        else this.#emit(Op.backReference, node.group, FOLDINGS.indexOf(node.folding));
        return;
      case "lineBreak":
        this.#emit(Op.lineBreak);
        return;
      case "grapheme":
        this.#emit(Op.grapheme);
        return;
      case "graphemeBoundary":
        this.#emit(Op.graphemeBoundary);
        return;
      case "sequence":
        this.#sequence(node.nodes);
        return;
      case "alternation":
        this.#alternation(node.branches);
        return;
      case "group":
        if (node.index === undefined) this.#node(node.body);
        else this.#group(node.index, node.body, this.#register());
        return;
      case "atomic":
        this.#atomic(node.body);
        return;
      case "lookAhead":
        this.#lookAhead(node);
        return;
      case "lookBehind":
        this.#lookBehind(node);
        return;
      case "optional":
        this.#optional(node);
        return;
      case "quantified":
        this.#quantified(node);
        return;
    }
  }

  #setIndex(set: CharSet): number {
    if (!set.bmpOnly) this.#keepsPairs = true;
    const known = this.#setIndexes.get(set) ?? this.#sets.push(indexSet(set)) - 1;
    this.#setIndexes.set(set, known);
    return known;
  }

  #literal(codePoint: number): void {
    const isUnit = codePoint <= 0xffff && !isSurrogate(codePoint);
    if (!isUnit) this.#keepsPairs = true;
    this.#emit(isUnit ? Op.unit : Op.codePoint, codePoint);
  }

  #sequence(nodes: readonly RegexNode[]): void {
    for (let i = 0; i < nodes.length; ) {
      const literals = literalsAt(nodes, i);
      if (literals.length > 1) {
        const text = String.fromCodePoint(...literals.map((literal) => literal.codePoint));
        if (literals.some((literal) => literal.codePoint > 0xffff)) this.#keepsPairs = true;
        this.#emit(Op.string, this.#strings.push(text) - 1);
        i += literals.length;
      } else {
        this.#node(nodes[i++]!);
      }
    }
  }

  #alternation(branches: readonly RegexNode[]): void {
    const jumps: number[] = [];
    for (const branch of branches.slice(0, -1)) {
      const split = this.#emit(Op.split, 0);
      this.#node(branch);
      jumps.push(this.#emit(Op.jump, 0));
      this.#pointHere(split, 1);
    }
    this.#node(branches.at(-1)!);
    for (const jump of jumps) this.#pointHere(jump, 1);
  }

  /** `start` is the register that keeps where the group began. */
  #group(index: number | undefined, body: RegexNode, start: number): void {
    this.#emit(Op.open, start);
    this.#node(body);
    if (index !== undefined) this.#emit(Op.close, 2 * index, start);
  }

  #atomic(body: RegexNode): void {
    const height = this.#register();
    this.#emit(Op.mark, height);
    this.#enclosed(() => this.#node(body));
    this.#emit(Op.cut, height);
  }

  #lookAhead({ body, negative }: LookAhead): void {
    const height = this.#register();
    const position = this.#register();
    const start = negative ? this.#emit(Op.notAhead, height, 0) : this.#emit(Op.lookAhead, height, position);
    this.#enclosed(() => this.#node(body));
    if (negative) {
      this.#emit(Op.fail, height);
      this.#pointHere(start, 2);
    } else {
      this.#emit(Op.lookAheadEnd, height, position);
    }
  }

  #lookBehind({ body, negative, min, max, inCodePoints }: LookBehind): void {
    const [height, end, candidate, limit] = [this.#register(), this.#register(), this.#register(), this.#register()];
    const flags = [inCodePoints ? 1 : 0, negative ? 1 : 0];
    const start = this.#emit(Op.lookBehind, height, end, candidate, limit, min, max, ...flags, 0);
    this.#emit(Op.lookBehindRetry, start);
    this.#enclosed(() => this.#node(body));
    this.#emit(Op.lookBehindEnd, start);
    this.#pointHere(start, 9);
  }

  #optional({ body, mode }: Optional): void {
    if (body.type === "literal" || body.type === "set") {
      this.#emit(RUN_OPS[mode], this.#runSet(body), 0, 1);
    } else if (mode === "possessive") {
      this.#iteration(body, 0, 1, mode, undefined);
    } else {
      const emitBody = (): void => (body.type === "group" ? this.#node(body) : this.#atomic(body));
      const split = this.#emit(Op.split, 0);
      if (mode === "greedy") {
        emitBody();
        this.#pointHere(split, 1);
      } else {
        const jump = this.#emit(Op.jump, 0);
        this.#pointHere(split, 1);
        emitBody();
        this.#pointHere(jump, 1);
      }
    }
  }

  #runSet(body: RegexNode & { type: "literal" | "set" }): number {
    return this.#setIndex(body.type === "set" ? body.set : range(body.codePoint, body.codePoint));
  }

  #quantified(node: Quantified): void {
    const { body, min, max, mode } = node;
    if (body.type === "literal" || body.type === "set") {
      this.#emit(RUN_OPS[mode], this.#runSet(body), min, max);
    } else if (body.type !== "group" || mode === "possessive") {
      this.#iteration(body, min, max, mode, undefined);
    } else if (isLoop(node)) {
      this.#loop(body.index, body.body, min, max, mode);
    } else {
      this.#iteration(body.body, min, max, mode, body.index);
    }
  }

  /** Repeats a body that is atomic. */
  #iteration(body: RegexNode, min: number, max: number, mode: QuantifierMode, group: number | undefined): void {
    const [count, height, start] = [this.#register(), this.#register(), this.#register()];
    this.#emit(Op.setCount, count, 0);
    const iterate = this.#emit(Op.iterate, count, min, max, IterationMode[mode], 0);
    this.#emit(Op.iterationStart, height, start);
    this.#enclosed(() => this.#node(body));
    this.#emit(Op.iterationEnd, iterate, height, start, group === undefined ? -1 : 2 * group);
    this.#pointHere(iterate, 5);
    if (group !== undefined && mode === "greedy" && max > min && this.#enclosing > 0) {
      this.#settlesGroups = true;
      this.#emit(Op.iterated, count, min, 2 * group);
    }
  }

  /** Repeats a group that may match in several ways. */
  #loop(group: number | undefined, body: RegexNode, min: number, max: number, mode: "greedy" | "lazy"): void {
    if (max === 0) return;
    const [count, start] = [this.#register(), this.#register()];
    const isLazy = mode === "lazy";
    const memo = this.#memo(isLazy, max);
    const split = min === 0 ? this.#emit(Op.split, 0) : undefined;
    let skip: number | undefined;
    if (split !== undefined && isLazy) {
      skip = this.#emit(Op.jump, 0);
      this.#pointHere(split, 1);
    }
    this.#emit(Op.setCount, count, 1);
    const first = this.#here;
    this.#enclosed(() => this.#group(group, body, start));
    this.#emit(isLazy ? Op.loopLazy : Op.loopGreedy, count, start, min, max, first, memo);
    if (isLazy || memo !== -1) {
      const exit = this.#emit(Op.jump, 0);
      if (isLazy) this.#emit(Op.loopAgain, count, first);
      else this.#emit(Op.loopFailed, memo);
      this.#pointHere(exit, 1);
    }
    if (split !== undefined && !isLazy) this.#pointHere(split, 1);
    if (skip !== undefined) this.#pointHere(skip, 1);
  }

  /** Since JDK 9 the outermost unbounded greedy loops remember where they failed, which tames `(x+x+)+y`. */
  #memo(isLazy: boolean, max: number): number {
    const remembers = !isLazy && max === UNBOUNDED && this.#enclosing === 0 && !this.#pattern.hasBackReference;
    return remembers ? this.#memoCount++ : -1;
  }
}

/** The run of literals from an index that can be compared as one string: no lone surrogates. */
function literalsAt(nodes: readonly RegexNode[], from: number): Literal[] {
  const literals: Literal[] = [];
  for (let i = from; i < nodes.length; i++) {
    const node = nodes[i]!;
    if (node.type !== "literal" || isSurrogate(node.codePoint)) break;
    literals.push(node);
  }
  return literals;
}
