import type { Expression, Reference, ReferenceStep } from "@apigw-vtl/compiler";
import { summarize } from "../../projections/summarize.js";
import { joinSummaries, type Origin, originKey, type ValueSummary } from "../../projections/summary.js";
import type { JsonFault, MisplacedText, TrailingComma } from "../sinks/json-fault.js";
import type { OutputPosition } from "../sinks/sink.js";
import type { Value } from "../values/value.js";
import type { Machine } from "./machine.js";
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

/** What the interpreter sees on all ways through a template; rules are told of it. */
export class Observations {
  #values = new Map<Expression, ValueSummary>();
  #steps = new Map<Reference, readonly ValueSummary[]>();
  #maps = new Set<string>();
  #lists = new Set<string>();
  #printed = new Map<Reference, PrintedValue[]>();
  #commas = new Map<number, TrailingComma>();
  #textAfter = new Map<number, Extract<JsonFault, { kind: "text-after" }>>();
  #misplaced = new Map<number, MisplacedText>();
  #imagined: Observations | undefined;

  /** What would be seen in code that never runs. */
  get imagined(): Observations {
    this.#imagined ??= new Observations();
    return this.#imagined;
  }

  copy(): Observations {
    const copy = new Observations();
    copy.#values = new Map(this.#values);
    copy.#steps = new Map(this.#steps);
    copy.#maps = new Set(this.#maps);
    copy.#lists = new Set(this.#lists);
    copy.#printed = new Map(Array.from(this.#printed, ([reference, printed]) => [reference, [...printed]]));
    copy.#commas = new Map(this.#commas);
    copy.#textAfter = new Map(this.#textAfter);
    copy.#misplaced = new Map(this.#misplaced);
    copy.#imagined = this.#imagined?.copy();
    return copy;
  }

  value(machine: Machine, node: Expression, value: Value, state: State): void {
    const summary = summarize(machine, value, state);
    const known = this.#values.get(node);
    const joined = known ? joinSummaries(known, summary) : summary;
    if (joined !== known) this.#values.set(node, joined);
  }

  /** A reference's value before each of its steps and, last, of the whole. */
  steps(machine: Machine, reference: Reference, values: readonly Value[], state: State): void {
    const known = this.#steps.get(reference);
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

  print(printed: PrintedValue): void {
    const { reference, position, via, value } = printed;
    const known = this.#printed.get(reference);
    if (known === undefined) {
      this.#printed.set(reference, [printed]);
      return;
    }
    const index = known.findIndex((other) => other.position === position && other.via === via);
    if (index < 0) known.push(printed);
    else known[index] = { ...printed, value: joinSummaries(known[index]!.value, value) };
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
    const known = expression.type === "Reference" ? this.#steps.get(expression)?.at(-1) : this.#values.get(expression);
    return known ?? this.#imagined?.valueOf(expression);
  }

  stepsOf(reference: Reference): readonly ValueSummary[] {
    return this.#steps.get(reference) ?? this.#imagined?.stepsOf(reference) ?? [];
  }

  usedAsMap(origin: Origin): boolean {
    return this.#maps.has(originKey(origin));
  }

  usedAsList(origin: Origin): boolean {
    return this.#lists.has(originKey(origin));
  }

  get printed(): readonly PrintedValue[] {
    return [...this.#printed.values()].flat().sort((a, b) => a.reference.range.start - b.reference.range.start);
  }

  get trailingCommas(): readonly TrailingComma[] {
    return inOrder(this.#commas);
  }

  get textAfter(): readonly Extract<JsonFault, { kind: "text-after" }>[] {
    return inOrder(this.#textAfter);
  }

  get misplaced(): readonly MisplacedText[] {
    return inOrder(this.#misplaced);
  }
}

/** `[0]` or `.get(0)` */
function isElement(step: ReferenceStep): boolean {
  if (step.type === "IndexStep") return step.index.type === "IntegerLiteral";
  return step.type === "MethodStep" && step.name === "get" && step.arguments[0]?.type === "IntegerLiteral";
}

function inOrder<Item>(byPlace: ReadonlyMap<number, Item>): readonly Item[] {
  return [...byPlace].sort(([a], [b]) => a - b).map(([, item]) => item);
}
