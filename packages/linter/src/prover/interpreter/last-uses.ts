import { childrenOf, type Expression, type Node, type Range, type Template } from "@apigw-vtl/compiler";
import { keptIn } from "../../remembered.js";
import { below, type InputSymbol, rootSymbol } from "../values/input-symbol.js";
import type { Value } from "../values/value.js";
import { STATUS_OVERRIDE } from "./state.js";

interface InputName {
  readonly key: string;
  readonly words: readonly string[];
}

/** Where a template last reads what its variables were seen to hold up to some place. */
export interface HeldUses {
  readonly uses: LastUses;
  readonly inputs: ReadonlyMap<string, number>;
  readonly words: ReadonlyMap<string, number>;
}

/**
 * Where a template last reads a variable or a part of the input: beyond that place, ways that differ in nothing else
 * are one. What is missed here is no mistake: two ways become one that may go either way.
 */
export class LastUses {
  readonly #variables = new Map<string, number>();
  /** Words of names, texts and paths. */
  readonly #words = new Map<string, number>();
  /** What variables were seen to hold. */
  readonly #holds = new Map<string, Set<Value>>();
  /** Of what they hold: keys of inputs, and words of texts. */
  readonly #inputs = new Map<string, number>();
  readonly #heldWords = new Map<string, number>();
  readonly #texts = new Map<string, readonly string[]>();
  readonly #names = new Map<InputSymbol, readonly InputName[]>();
  /** Tests by their text: how often they are written, and where last. */
  readonly #textsOfTests = new Map<Expression, string>();
  readonly #tests = new Map<string, { readonly count: number; readonly until: number }>();
  /** What answers have depended on so far. */
  readonly #asked = { variables: new Set<string>(), words: new Set<string>(), tests: new Set<Expression>() };
  readonly #source: string;

  constructor(source: string, tree: Template) {
    this.#source = source;
    const pending: Node[] = [tree];
    const ends: number[] = [Number.NaN];
    for (let node = pending.pop(); node; node = pending.pop()) {
      const until = ends.pop()!;
      this.#read(node, Number.isNaN(until) ? node.range.end : until);
      const { type } = node;
      // A loop goes back to what stands before, and a block is printed where it is read.
      const within = Number.isNaN(until) && type === "Foreach" ? node.range.end : until;
      const inside = type === "Define" || type === "Macro" ? Number.POSITIVE_INFINITY : within;
      const target = targetOf(node);
      for (const child of childrenOf(node)) {
        if (child === target) continue;
        pending.push(child);
        ends.push(inside);
      }
    }
  }

  #read(node: Node, at: number): void {
    switch (node.type) {
      case "Reference":
        later(this.#variables, node.name, at);
        break;
      case "PropertyStep":
        for (const word of this.#wordsOf(node.name)) later(this.#words, word, at);
        break;
      case "StringLiteral":
        for (const word of this.#wordsOf(node.value)) later(this.#words, word, at);
        break;
      case "IfBranch":
        this.#readTests(node.condition, at);
        break;
      case "Set":
        this.#readTests(node.value, at);
    }
  }

  #readTests(condition: Expression, at: number): void {
    for (const test of testsOf(condition)) {
      const text = this.textOfTest(test);
      const { count, until } = this.#tests.get(text) ?? { count: 0, until: 0 };
      this.#tests.set(text, { count: count + 1, until: Math.max(until, at) });
    }
  }

  /** `a != b` is the same test as `a == b`, answered the other way round. */
  textOfTest(test: Expression): string {
    return keptIn(this.#textsOfTests, test, () => this.#writeTest(test));
  }

  #writeTest(test: Expression): string {
    const text = ({ start, end }: Range) =>
      this.#source
        .slice(start, end)
        .replace(/[\s{}!]+/g, "")
        .replaceAll('"', "'");
    if (test.type !== "BinaryExpression") return text(test.range);
    const operator = test.operator === "!=" ? "==" : test.operator;
    return `${text(test.left.range)}${operator}${text(test.right.range)}`;
  }

  /** The offset behind which nobody makes a test again that is written more than once; 0 of other tests. */
  ofTest(test: Expression): number {
    this.#asked.tests.add(test);
    const { count, until } = this.#tests.get(this.textOfTest(test)) ?? { count: 0, until: 0 };
    return count > 1 ? until : 0;
  }

  /** The offset behind which nothing reads a variable. */
  ofVariable(name: string): number {
    // Asked for at the end, as for whether there has to be a body.
    if (name === STATUS_OVERRIDE) return Number.POSITIVE_INFINITY;
    this.#asked.variables.add(name);
    return this.#variables.get(name) ?? 0;
  }

  /** The offset behind which nothing reads an input: by all of its names, or by those below what a variable holds. */
  ofInput(symbol: InputSymbol): number {
    let until = Number.POSITIVE_INFINITY;
    for (const { key, words } of this.#namesOf(symbol)) {
      for (const word of words) {
        this.#asked.words.add(word);
        until = Math.min(until, Math.max(this.#words.get(word) ?? 0, this.#heldWords.get(word) ?? 0));
      }
      until = Math.max(until, this.#inputs.get(key) ?? 0);
    }
    return until;
  }

  /** The keys of what leads to an input, and the words that read it there. */
  #namesOf(symbol: InputSymbol): readonly InputName[] {
    return keptIn(this.#names, symbol, ({ root, steps }) => {
      let prefix = rootSymbol(root);
      return steps.map((step) => {
        prefix = below(prefix, step);
        return { key: prefix.key, words: step.kind === "member" ? this.#wordsOf(step.name) : [] };
      });
    });
  }

  /** Notes that a variable holds a value, which is read with it. */
  hold(variable: string, value: Value): void {
    const values = this.#holds.get(variable) ?? new Set();
    if (values.has(value)) return;
    this.#holds.set(variable, values.add(value));
    const until = this.ofVariable(variable);
    for (const one of value) {
      if (one.kind === "symbol") later(this.#inputs, one.symbol.key, until);
      if (one.kind !== "text") continue;
      for (const piece of one.pieces) {
        if (piece.kind === "constant")
          for (const word of this.#wordsOf(piece.text)) later(this.#heldWords, word, until);
      }
    }
  }

  /** Takes over what was noted, and asked, of an earlier version. */
  goOnAfter(earlier: LastUses): this {
    for (const [variable, values] of earlier.#holds) for (const value of values) this.hold(variable, value);
    const { variables, words, tests } = earlier.#asked;
    for (const name of variables) this.#asked.variables.add(name);
    for (const word of words) this.#asked.words.add(word);
    for (const test of tests) this.#asked.tests.add(test);
    return this;
  }

  /** Whether what was asked of an earlier version would have been answered alike, for places up to an offset. */
  agreesUpTo(offset: number, earlier: LastUses): boolean {
    const isSame = (mine: number, its: number) => mine === its || (mine > offset && its > offset);
    const { variables, words, tests } = earlier.#asked;
    return (
      [...variables].every((name) => isSame(this.ofVariable(name), earlier.ofVariable(name))) &&
      [...words].every((word) => isSame(this.#words.get(word) ?? 0, earlier.#words.get(word) ?? 0)) &&
      [...tests].every((test) => isSame(this.ofTest(test), earlier.ofTest(test)))
    );
  }

  /** What was noted of variables up to now. */
  get held(): HeldUses {
    return { uses: this, inputs: new Map(this.#inputs), words: new Map(this.#heldWords) };
  }

  /** Whether all is answered as in another version from some place there to the end, which begins at an offset here. */
  agreesBehind(offset: number, earlier: HeldUses, from: number): boolean {
    const isSame = (mine: ReadonlyMap<string, number>, its: ReadonlyMap<string, number>) => {
      let count = 0;
      for (const at of mine.values()) if (at > offset) count++;
      for (const [name, at] of its) {
        if (at <= from) continue;
        if (mine.get(name) !== at - from + offset) return false;
        count--;
      }
      return count === 0;
    };
    const { uses, inputs, words } = earlier;
    return (
      isSame(this.#variables, uses.#variables) &&
      isSame(this.#words, uses.#words) &&
      isSame(this.#inputs, inputs) &&
      isSame(this.#heldWords, words) &&
      isSame(this.#repeated, uses.#repeated)
    );
  }

  /** Where the tests that are written more than once are written last. */
  get #repeated(): ReadonlyMap<string, number> {
    const repeated = new Map<string, number>();
    for (const [text, { count, until }] of this.#tests) if (count > 1) repeated.set(text, until);
    return repeated;
  }

  #wordsOf(text: string): readonly string[] {
    return keptIn(this.#texts, text, () => text.match(/[\p{L}\p{N}_$@-]+/gu) ?? []);
  }
}

/** The variable that a directive gives a value to, which is no reading of it. */
function targetOf(node: Node): Node | undefined {
  if (node.type === "Foreach" || node.type === "Define") return node.variable;
  return node.type === "Set" && node.target.type === "Reference" && node.target.steps.length === 0
    ? node.target
    : undefined;
}

/** The parts of a condition that are no conditions joined together. */
function* testsOf(condition: Expression): Generator<Expression> {
  if (condition.type === "ParenthesizedExpression") yield* testsOf(condition.expression);
  else if (condition.type === "NotExpression") yield* testsOf(condition.operand);
  else if (condition.type === "BinaryExpression" && (condition.operator === "&&" || condition.operator === "||")) {
    yield* testsOf(condition.left);
    yield* testsOf(condition.right);
  } else if (condition.type === "Reference" || condition.type === "BinaryExpression") yield condition;
}

function later(places: Map<string, number>, name: string, at: number): void {
  if (at > (places.get(name) ?? 0)) places.set(name, at);
}
