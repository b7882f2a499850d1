import type {
  Block,
  Expression,
  ForeachDirective,
  IfDirective,
  Range,
  Reference,
  SetDirective,
  Statement,
  Template,
} from "@apigw-vtl/compiler";
import { isMissing, type TextPart, type Value } from "../value.js";
import type { ValueMap } from "../values/infer-values.js";
import { constantOf } from "../values/make-value.js";
import { Conditions } from "./conditions.js";
import { readText } from "./json-reader.js";
import {
  atPlace,
  inRound,
  isSamePlace,
  isSameState,
  type JsonFault,
  type JsonPlace,
  type JsonState,
  type MisplacedText,
  type Round,
  readUnknown,
  startOfJson,
  stateKey,
  type TrailingComma,
  unsure,
  withConstants,
} from "./json-state.js";
import { type PrintedValue, positionIn } from "./positions.js";
import { SharedMap } from "./shared-map.js";

const MOST_STATES = 64;
const MOST_STEPS = 400_000;
/** Up to so many are compared one by one; more by their keys. */
const FEW_STATES = 8;
const LOOP_ROUNDS = 3;
const FIRST_ROUND: Round = { first: true, more: undefined };
const LATER_ROUND: Round = { first: false, more: undefined };
const DEEPEST_TEXT = 6;

export interface JsonWalk {
  readonly printed: readonly PrintedValue[];
  readonly trailingCommas: readonly TrailingComma[];
  readonly textAfter: readonly Range[];
  readonly misplaced: MisplacedText | undefined;
}

/** Runs a template over the grammar of JSON: every way through its branches, none, one and more rounds of its loops. */
export function walkJson(source: string, tree: Template, values: ValueMap): JsonWalk {
  const walker = new JsonWalker(source, tree, values);
  walker.block(tree.body, [startOfJson()]);
  return {
    printed: [...walker.printed.values()].flat(),
    trailingCommas: [...walker.commas.values()],
    textAfter: [...walker.textAfter.values()],
    misplaced: walker.misplaced,
  };
}

class JsonWalker {
  /** Each value once by place, way and position. */
  readonly printed = new Map<Reference, PrintedValue[]>();
  readonly commas = new Map<number, TrailingComma>();
  /** The first text that follows a document, by the way that led to it. */
  readonly textAfter = new Map<number, Range>();
  misplaced: MisplacedText | undefined;
  readonly #values: ValueMap;
  readonly #conditions: Conditions;
  /** What `#define` gave to variables; the last one before, in the order of the text. */
  readonly #blocks = new Map<string, Block>();
  readonly #open = new Set<Block>();
  #steps = 0;
  /** States of the loops that `#break` left, innermost last. */
  readonly #left: JsonState[][] = [];

  constructor(source: string, tree: Template, values: ValueMap) {
    this.#values = values;
    this.#conditions = new Conditions(source, tree);
  }

  block(block: Block, states: readonly JsonState[]): readonly JsonState[] {
    let current = states;
    for (const statement of block.statements) current = this.#statement(statement, current);
    return current;
  }

  #statement(node: Statement, states: readonly JsonState[]): readonly JsonState[] {
    this.#steps += states.length;
    if (states.length === 0 || this.#steps > MOST_STEPS) return [];
    switch (node.type) {
      case "Text":
      case "Comment":
      case "MacroCall":
      case "Literal":
        return this.#text(node.printed, node.range, states);
      case "Reference":
        return this.#reference(node, states);
      case "Set":
        return this.#sets(node, states);
      case "Define":
        if (node.variable) this.#blocks.set(node.variable.prefix.assigned, node.body);
        return states;
      case "If":
        return this.#if(node, states);
      case "Foreach":
        return this.#foreach(node, states);
      case "Break":
        this.#left.at(-1)?.push(...states);
        return [];
      case "Stop":
        return [];
      case "Error":
        return distinct(states.map(unsure));
      default:
        return states;
    }
  }

  #text(printed: string, range: Range, states: readonly JsonState[]): readonly JsonState[] {
    if (printed === "") return states;
    this.#steps += (printed.length >> 3) * states.length;
    // What a text does depends on the place in the document alone: ways that are at one place read it together.
    const read: { readonly start: JsonPlace; readonly end: JsonPlace }[] = [];
    let isApart = true;
    const ends: JsonState[] = [];
    for (const state of states) {
      const { place } = state;
      let reading = read.find(({ start }) => isSamePlace(start, place));
      if (reading === undefined) {
        const end = readText(place, { printed, range }, this.#report);
        isApart &&= !read.some((other) => isSamePlace(other.end, end));
        reading = { start: place, end };
        read.push(reading);
      }
      ends.push(atPlace(state, reading.end));
    }
    // As long as places stay apart, so do states.
    return isApart ? ends : distinct(ends);
  }

  readonly #report = (fault: JsonFault): void => {
    if (fault.kind === "trailing-comma") {
      if (!this.commas.has(fault.comma.start)) this.commas.set(fault.comma.start, fault);
    } else if (fault.kind === "misplaced") this.misplaced ??= fault;
    else if (this.textAfter.size === 0) this.textAfter.set(fault.range.start, fault.range);
  };

  #reference(node: Reference, states: readonly JsonState[]): readonly JsonState[] {
    if (node.prefix.runt || node.prefix.escaped) return this.#text(node.prefix.literal, node.range, states);
    const block = node.steps.length === 0 ? this.#blocks.get(node.name) : undefined;
    if (block) return this.#define(block, states);
    const value = this.#values.valueOf(node);
    if (!value) return states;
    const before = this.#text(node.prefix.escapes + node.prefix.more, node.range, states);
    return distinct(
      before.flatMap((state) => {
        const constant = node.steps.length === 0 ? state.constants.get(node.name) : undefined;
        if (constant !== undefined) return this.#text(constant, node.range, [state]);
        return this.#value(node, value, undefined, state, 0);
      }),
    );
  }

  /** Prints a value: what is known of its text, or something. */
  #value(
    node: Reference,
    value: Value,
    via: Reference | undefined,
    state: JsonState,
    depth: number,
  ): readonly JsonState[] {
    if (!value.texts || depth > DEEPEST_TEXT) {
      const position = positionIn(state.place);
      // A value that is not known may be many things, but hardly the colon after a name.
      if (state.place.mode === "colon" && !state.place.unsure)
        this.misplaced ??= { range: (via ?? node).range, expected: "colon" };
      this.#print({ reference: node, value, position, via });
      return [atPlace(state, readUnknown(state.place))];
    }
    // Which of several texts it is depends on the way here, which only constants follow.
    const start = value.texts.length > 1 ? unsure(state) : state;
    return value.texts.flatMap((parts) => this.#parts(parts, via ?? node, start, depth + 1));
  }

  /** The last value of several at one place counts. */
  #print(printed: PrintedValue): void {
    const { reference, position, via } = printed;
    const known = this.printed.get(reference);
    if (known === undefined) {
      this.printed.set(reference, [printed]);
      return;
    }
    const index = known.findIndex((other) => other.position === position && other.via === via);
    known[index < 0 ? known.length : index] = printed;
  }

  #parts(parts: readonly TextPart[], via: Reference, state: JsonState, depth: number): readonly JsonState[] {
    let states: readonly JsonState[] = [state];
    for (const part of parts) {
      states =
        part.kind === "text"
          ? this.#text(part.text, via.range, states)
          : distinct(states.flatMap((each) => this.#value(part.reference, part.value, via, each, depth)));
    }
    return states;
  }

  /** A block prints where it is read; one that reads itself does not. */
  #define(block: Block, states: readonly JsonState[]): readonly JsonState[] {
    if (this.#open.has(block)) return states;
    this.#open.add(block);
    const after = this.block(block, states);
    this.#open.delete(block);
    return after;
  }

  #sets(node: SetDirective, states: readonly JsonState[]): readonly JsonState[] {
    const after = states.map((state) => this.#set(node, state));
    // Ways only meet where something is forgotten.
    const isForgotten = (state: JsonState, i: number) =>
      state.truths !== states[i]!.truths || state.constants.size <= states[i]!.constants.size;
    return after.some(isForgotten) ? distinct(after) : after;
  }

  #set({ target, value }: SetDirective, state: JsonState): JsonState {
    if (target.type !== "Reference") return state;
    const name = target.prefix.assigned;
    if (target.steps.length === 0) this.#blocks.delete(name);
    const forgotten = this.#conditions.forget(state, target.name);
    if (target.steps.length > 0) return forgotten;
    return withConstant(forgotten, name, this.#constantOf(value));
  }

  /** The state in which a loop's variable has its next value. */
  #assigned(state: JsonState, variable: string): JsonState {
    return withConstant(this.#conditions.forget(state, variable), variable, undefined);
  }

  #constantOf(value: Expression): string | undefined {
    switch (value.type) {
      case "StringLiteral":
        if (!value.template) return value.value;
        break;
      case "BooleanLiteral":
        return String(value.value);
      case "IntegerLiteral":
        return value.text;
    }
    const known = this.#values.valueOf(value);
    return known && constantOf(known);
  }

  #if(node: IfDirective, states: readonly JsonState[]): readonly JsonState[] {
    const ends: JsonState[] = [];
    let rest = states;
    for (const { condition, body } of node.branches) {
      const taken: JsonState[] = [];
      const passed: JsonState[] = [];
      // Only a test that tells something of its way can lead ways to one state.
      let isTelling = false;
      for (const state of rest) {
        for (const outcome of this.#conditions.decide(condition, state)) {
          isTelling ||= outcome.state !== state;
          (outcome.holds ? taken : passed).push(outcome.state);
        }
      }
      ends.push(...this.block(body, isTelling ? distinct(taken) : taken));
      rest = isTelling ? distinct(passed) : passed;
    }
    ends.push(...(node.otherwise ? this.block(node.otherwise.body, rest) : rest));
    return distinct(ends);
  }

  #foreach(node: ForeachDirective, states: readonly JsonState[]): readonly JsonState[] {
    const iterable = node.iterable;
    const looped = this.#values.valueOf(iterable);
    if (looped && isMissing(looped)) return states;
    const mayBeEmpty = !(
      (iterable.type === "ListLiteral" && iterable.items.length > 0) ||
      iterable.type === "RangeLiteral"
    );
    // What a test says about the outer loop's round is the same after the inner loop: keep it apart meanwhile.
    const outer = new Map<string, Round>();
    // That a member of an item has members of its own is rarely in doubt, so that nothing is sure when it has not.
    const isNested = this.#left.length > 0;
    const ends: JsonState[] = mayBeEmpty ? states.map((state) => (isNested ? unsure(state) : state)) : [];
    for (const state of states) outer.set(`${state.first}${state.more}`, { first: state.first, more: state.more });
    for (const tags of outer.values()) {
      const entering = states.filter(({ first, more }) => first === tags.first && more === tags.more);
      for (const state of this.#rounds(node, entering)) ends.push(inRound(state, tags));
    }
    return distinct(ends);
  }

  #rounds(node: ForeachDirective, entering: readonly JsonState[]): readonly JsonState[] {
    const ends: JsonState[] = [];
    const left: JsonState[] = [];
    this.#left.push(left);
    const variable = node.variable?.name;
    let current: readonly JsonState[] = entering.map((state) => inRound(state, FIRST_ROUND));
    let before: readonly JsonState[] = [];
    for (let round = 0; round < LOOP_ROUNDS && !areSameStates(current, before); round++) {
      const fresh = current.map((state) => (variable === undefined ? state : this.#assigned(state, variable)));
      const after = this.block(node.body, fresh);
      ends.push(...after.filter(({ more }) => more !== true));
      before = current;
      current = distinct(after.filter(({ more }) => more !== false).map((state) => inRound(state, LATER_ROUND)));
    }
    this.#left.pop();
    return [...ends, ...left];
  }
}

function areSameStates(some: readonly JsonState[], others: readonly JsonState[]): boolean {
  return some.length === others.length && some.every((state, i) => isSameState(state, others[i]!));
}

function withConstant(state: JsonState, name: string, text: string | undefined): JsonState {
  const constants = state.constants.with(name, text);
  return constants === state.constants ? state : withConstants(state, constants);
}

/** Each state once; too many are told apart by the document only, and their problems are not sure any more. */
function distinct(states: readonly JsonState[]): readonly JsonState[] {
  if (states.length < 2) return states;
  if (states.length <= FEW_STATES) return firsts(states);
  const known = new Map(states.map((state) => [stateKey(state), state]));
  if (known.size <= MOST_STATES) return [...known.values()];
  const [truths, constants] = [new SharedMap<boolean>(), new SharedMap<string>()];
  const merged = states.map(({ place, first, more }) => ({
    place: { ...place, comma: undefined, unsure: true },
    truths,
    constants,
    first,
    more,
  }));
  return [...new Map(merged.map((state) => [stateKey(state), state])).values()].slice(0, MOST_STATES);
}

/** Each state once, of few. */
function firsts(states: readonly JsonState[]): readonly JsonState[] {
  const isRepeated = (state: JsonState, index: number) => {
    for (let i = 0; i < index; i++) if (isSameState(states[i]!, state)) return true;
    return false;
  };
  return states.some(isRepeated) ? states.filter((state, index) => !isRepeated(state, index)) : states;
}
