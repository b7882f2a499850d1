import type { Expression, Reference, ReferenceStep } from "@apigw-vtl/compiler";
import { summarize } from "../../projections/summarize.js";
import { joinSummaries, type Origin, originKey, type ValueSummary } from "../../projections/summary.js";
import type { JsonFault, MisplacedText, TrailingComma } from "../sinks/json-fault.js";
import type { OutputPosition } from "../sinks/sink.js";
import type { Value } from "../values/value.js";
import type { Machine } from "./machine.js";
import type { MovedNodes } from "./moved-nodes.js";
import type { State } from "./state.js";

/** A value that is printed, of which the template does not know the text. */
export interface PrintedValue {
  readonly reference: Reference;
  readonly value: ValueSummary;
  readonly position: OutputPosition;
  /** The reference that is really printed, when `reference` stands in a text that a variable holds. */
  readonly via: Reference | undefined;
}

const methodsOfMaps: ReadonlySet<string> = new Set(["get", "keySet", "entrySet", "containsKey"]);

/**
 * What the interpreter sees on all ways through a part of a template, on top of what it saw in the parts before; rules are
 * told of it.
 */
export class Observations {
  readonly #start: number;
  readonly #before: Observations | undefined;
  #values = new Map<Expression, ValueSummary>();
  #steps = new Map<Reference, readonly ValueSummary[]>();
  #maps = new Set<string>();
  #lists = new Set<string>();
  /** By the reference that stands where it is printed. */
  #printed = new Map<Reference, PrintedValue[]>();
  #commas = new Map<number, TrailingComma>();
  #textAfter = new Map<number, Extract<JsonFault, { kind: "text-after" }>>();
  #misplaced = new Map<number, MisplacedText>();
  #imagined: Observations | undefined;
  /** What was asked of the parts before, and answered. */
  #asked = new Map<Expression, ValueSummary | undefined>();
  /** Whether something was seen again that stands before the part. */
  #reachesBack = false;

  /** `start`: where the part begins in the template. */
  constructor(start = 0, before?: Observations) {
    this.#start = start;
    this.#before = before;
  }

  /** What would be seen in code that never runs. */
  get imagined(): Observations {
    this.#imagined ??= new Observations(this.#start, this.#before?.anyImagined);
    return this.#imagined;
  }

  /** The same as far as there is any. */
  get anyImagined(): Observations | undefined {
    return this.#imagined ?? this.#before?.anyImagined;
  }

  /** The same as one part. */
  joined(): Observations {
    if (this.#before === undefined) return this;
    const joined = new Observations();
    for (const part of this.#parts()) {
      for (const [node, summary] of part.#values) joined.#values.set(node, summary);
      for (const [node, summaries] of part.#steps) joined.#steps.set(node, summaries);
      for (const key of part.#maps) joined.#maps.add(key);
      for (const key of part.#lists) joined.#lists.add(key);
      for (const [node, printed] of part.#printed) joined.#printed.set(node, printed);
    }
    joined.#commas = this.#eachComma();
    for (const part of this.#parts()) {
      for (const [start, fault] of part.#textAfter) joined.#textAfter.set(start, fault);
      for (const [start, fault] of part.#misplaced) joined.#misplaced.set(start, fault);
    }
    joined.#imagined = this.anyImagined?.joined();
    return joined;
  }

  /** This part and those before, the first one first. */
  #parts(): readonly Observations[] {
    return this.#before === undefined ? [this] : [...this.#before.#parts(), this];
  }

  value(machine: Machine, node: Expression, value: Value, state: State): void {
    const summary = summarize(machine, value, state);
    const known = this.valueAt(node);
    const joined = known ? joinSummaries(known, summary) : summary;
    if (joined !== known) this.#values.set(node, joined);
    this.#reach(node);
  }

  #reach(node: Expression): void {
    if (node.range.start < this.#start) this.#reachesBack = true;
  }

  /** Of code that runs. */
  valueAt(node: Expression): ValueSummary | undefined {
    return this.#values.get(node) ?? this.#before?.valueAt(node);
  }

  stepsAt(reference: Reference): readonly ValueSummary[] | undefined {
    return this.#steps.get(reference) ?? this.#before?.stepsAt(reference);
  }

  /** A reference's value before each of its steps and, last, of the whole. */
  steps(machine: Machine, reference: Reference, values: readonly Value[], state: State): void {
    this.#reach(reference);
    const known = this.stepsAt(reference);
    const join = (value: Value, i: number) => {
      const summary = summarize(machine, value, state);
      return known ? joinSummaries(known[i]!, summary) : summary;
    };
    if (known && values.every((value, i) => join(value, i) === known[i])) return;
    const summaries = values.map(join);
    this.#steps.set(reference, summaries);
    this.#noteUses(reference, summaries);
  }

  /** What the steps take a part of the body for. */
  #noteUses(reference: Reference, summaries: readonly ValueSummary[]): void {
    for (const [i, step] of reference.steps.entries()) {
      const { origin } = summaries[i]!;
      if (origin?.root !== "body") continue;
      const isMember = step.type === "PropertyStep" || (step.type === "MethodStep" && methodsOfMaps.has(step.name));
      if (isElement(step)) this.#lists.add(originKey(origin));
      else if (isMember) this.#maps.add(originKey(origin));
    }
  }

  loop(iterable: Expression): void {
    const origin = this.valueOf(iterable)?.origin;
    if (origin) this.#lists.add(originKey(origin));
  }

  /** What was seen of an expression so far. */
  soFar(expression: Expression): ValueSummary | undefined {
    const summary = this.valueOf(expression);
    if (expression.range.start < this.#start) this.#asked.set(expression, summary);
    return summary;
  }

  print(printed: PrintedValue): void {
    const { reference, position, via, value } = printed;
    const place = via ?? reference;
    this.#reach(place);
    const known = this.#printed.get(place) ?? [...(this.#before?.printedAt(place) ?? [])];
    const index = known.findIndex((other) => other.position === position && other.reference === reference);
    if (index < 0) known.push(printed);
    else known[index] = { ...printed, value: joinSummaries(known[index]!.value, value) };
    this.#printed.set(place, known);
  }

  printedAt(place: Reference): readonly PrintedValue[] | undefined {
    return this.#printed.get(place) ?? this.#before?.printedAt(place);
  }

  fault(fault: JsonFault): void {
    switch (fault.kind) {
      case "trailing-comma":
        if (!this.#commas.has(fault.comma.start)) this.#commas.set(fault.comma.start, fault);
        break;
      case "text-after":
        this.#textAfter.set(fault.range.start, fault);
        break;
      case "misplaced":
        this.#misplaced.set(fault.range.start, fault);
    }
  }

  valueOf(expression: Expression): ValueSummary | undefined {
    const known = expression.type === "Reference" ? this.stepsAt(expression)?.at(-1) : this.valueAt(expression);
    return known ?? this.anyImagined?.valueOf(expression);
  }

  stepsOf(reference: Reference): readonly ValueSummary[] {
    return this.stepsAt(reference) ?? this.anyImagined?.stepsOf(reference) ?? [];
  }

  usedAsMap(origin: Origin): boolean {
    const key = originKey(origin);
    return this.#parts().some((part) => part.#maps.has(key));
  }

  usedAsList(origin: Origin): boolean {
    const key = originKey(origin);
    return this.#parts().some((part) => part.#lists.has(key));
  }

  get printed(): readonly PrintedValue[] {
    const all = new Map(this.#parts().flatMap((part) => [...part.#printed]));
    return [...all.values()].flat().sort((a, b) => a.reference.range.start - b.reference.range.start);
  }

  get trailingCommas(): readonly TrailingComma[] {
    return inOrder(this.#eachComma());
  }

  /** The first that was seen at each place. */
  #eachComma(): Map<number, TrailingComma> {
    const all = new Map<number, TrailingComma>();
    for (const part of this.#parts()) {
      for (const [start, comma] of part.#commas) if (!all.has(start)) all.set(start, comma);
    }
    return all;
  }

  get textAfter(): readonly Extract<JsonFault, { kind: "text-after" }>[] {
    return inOrder(new Map(this.#parts().flatMap((part) => [...part.#textAfter])));
  }

  get misplaced(): readonly MisplacedText[] {
    return inOrder(new Map(this.#parts().flatMap((part) => [...part.#misplaced])));
  }

  /** Whether the same would have been seen on top of others. */
  wouldFollow(others: Observations | undefined): boolean {
    if (this.#reachesBack) return false;
    for (const [expression, answer] of this.#asked) {
      if (!isSameSummary(others?.valueOf(expression), answer)) return false;
    }
    return this.#imagined?.wouldFollow(others?.anyImagined) ?? true;
  }

  /** What was seen of a part that has moved to another place, on top of others. */
  moved(nodes: MovedNodes, before: Observations | undefined, start: number): Observations {
    const moved = new Observations(start, before);
    // Some were made up for a question, and stand in no tree.
    for (const [node, summary] of this.#values) moved.#values.set(nodes.find(node) ?? node, summary);
    for (const [node, steps] of this.#steps) moved.#steps.set(nodes.find(node) ?? node, steps);
    moved.#maps = this.#maps;
    moved.#lists = this.#lists;
    for (const [place, printed] of this.#printed) {
      const all = printed.map((one) => ({
        ...one,
        reference: nodes.node(one.reference),
        via: one.via && nodes.node(one.via),
      }));
      moved.#printed.set(nodes.node(place), all);
    }
    for (const fault of this.#commas.values()) {
      const comma = nodes.range(fault.comma);
      moved.#commas.set(comma.start, { ...fault, comma, bracket: nodes.range(fault.bracket) });
    }
    for (const fault of this.#textAfter.values()) {
      const now = { ...fault, range: nodes.range(fault.range) };
      moved.#textAfter.set(now.range.start, now);
    }
    for (const fault of this.#misplaced.values()) {
      const now = { ...fault, range: nodes.range(fault.range) };
      moved.#misplaced.set(now.range.start, now);
    }
    for (const [expression, answer] of this.#asked) moved.#asked.set(nodes.node(expression), answer);
    moved.#imagined = this.#imagined?.moved(nodes, before?.anyImagined, start);
    return moved;
  }
}

function isSameSummary(a: ValueSummary | undefined, b: ValueSummary | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return joinSummaries(a, b) === a && joinSummaries(b, a) === b;
}

/** `[0]` or `.get(0)` */
function isElement(step: ReferenceStep): boolean {
  if (step.type === "IndexStep") return step.index.type === "IntegerLiteral";
  return step.type === "MethodStep" && step.name === "get" && step.arguments[0]?.type === "IntegerLiteral";
}

function inOrder<Item>(byPlace: ReadonlyMap<number, Item>): readonly Item[] {
  return [...byPlace].sort(([a], [b]) => a - b).map(([, item]) => item);
}
