import { Budget } from "../budget.js";
import { mapGet } from "../collections/map.js";
import { buildContext } from "../roots/context.js";
import type { TemplateEvent } from "../roots/event.js";
import { importMap } from "../roots/import-data.js";
import { InputRoot } from "../roots/input.js";
import { buildMethod } from "../roots/method.js";
import { utilRoot } from "../roots/util.js";
import { type Clock, TimeLimit } from "../time-limit.js";
import type { JavaMap, JavaObject, Value } from "../value.js";
import type { VariableContext } from "./contexts.js";
import { LimitExceeded } from "./limit-exceeded.js";

/** What one rendering may use up. */
export interface Limits {
  /** Characters of output, and of any one string; default 10,000,000 (the service's payload limit is 10 MB). */
  readonly output: number;
  /** Rounds of all loops, items of ranges and blocks rendered, together; default 10,000,000. */
  readonly steps: number;
  /** How long it may take; default 5,000. */
  readonly milliseconds: number;
}

export const defaultLimits: Limits = { output: 10_000_000, steps: 10_000_000, milliseconds: 5_000 };

/** A round may do anything that is not counted otherwise, such as printing a large text. */
const STEPS_PER_LOOK = 100;

const outOfSteps = (): Error => new LimitExceeded("limit-steps", "The template took more steps than the limit allows.");

/** A macro that the template has defined. */
export interface Macro {
  readonly parameters: readonly string[];
  readonly body: (context: VariableContext) => void;
}

/** Called with the output printed by a reference or text, in traced renderings. */
export type PrintTrace = (site: number, outputStart: number, outputEnd: number) => void;

/** One rendering: the roots that the template sees, what it has used up, and where it is. */
export class RenderState {
  readonly input: InputRoot;
  readonly util: JavaObject = utilRoot;
  readonly #event: TemplateEvent;
  readonly maxOutput: number;
  readonly maxSteps: number;
  #context: JavaMap | undefined;
  #stageVariables: JavaMap | undefined;
  readonly #steps: Budget;
  readonly time: TimeLimit;
  /** Number of the place in the template that runs now; only traced code sets it. */
  site = -1;
  /** The output so far of templates with macros or `#evaluate`; that of others is in a variable of their own. */
  out = "";
  /** Above 0 while output goes into a value instead of the document. */
  muted = 0;
  onPrint: PrintTrace | undefined;
  /** Compiles and runs the text of `#evaluate`; handed in by the compiler. */
  evaluate: ((source: string, context: VariableContext) => void) | undefined;
  /** Makes of an error of the runtime what callers are to get; handed in by the compiler. */
  failure: (error: unknown) => unknown = (error) => error;
  readonly macros = new Map<string, Macro>();
  macroDepth = 0;
  evaluateDepth = 0;

  constructor(event: TemplateEvent, limits: Limits, clock?: Clock) {
    this.#event = event;
    this.input = new InputRoot(event);
    this.maxOutput = limits.output;
    this.maxSteps = limits.steps;
    this.#steps = new Budget(limits.steps, STEPS_PER_LOOK, outOfSteps);
    this.time = new TimeLimit(limits.milliseconds, clock);
  }

  get context(): JavaMap {
    this.#context ??= buildContext(this.#event.context);
    return this.#context;
  }

  /** Whether the template has got hold of `$context` as a map. */
  get contextUsed(): boolean {
    return this.#context !== undefined;
  }

  get stageVariables(): JavaMap {
    this.#stageVariables ??= importMap(this.#event.stageVariables);
    return this.#stageVariables;
  }

  method(): JavaMap {
    return buildMethod(this.#event);
  }

  /** The variables of plain Velocity: each entry of the event's `context`. */
  entries(): JavaMap {
    return importMap(this.#event.context);
  }

  /** What the event has under a root, while the root's own map is not made yet: the map may be changed, the event not. */
  untouched(root: "context" | "stageVariables"): Readonly<Record<string, unknown>> | undefined {
    return (root === "context" ? this.#context : this.#stageVariables) === undefined ? this.#event[root] : undefined;
  }

  /** The first definition of a macro counts. */
  defineMacro(name: string, parameters: readonly string[], body: Macro["body"]): void {
    if (!this.macros.has(name)) this.macros.set(name, { parameters, body });
  }

  /** Begins a round of a loop. */
  round(outputLength: number): void {
    this.spend(1);
    this.checkLength(outputLength);
  }

  /** Counts `count` rounds, items or blocks. */
  spend(count: number): void {
    this.#steps.spend(count);
  }

  /** Checks the output, or a string that the template makes. */
  checkLength(length: number): void {
    if (length > this.maxOutput) {
      throw new LimitExceeded("limit-output", `The output grew beyond the limit of ${this.maxOutput} characters.`);
    }
  }
}

/** Reads a variable of plain Velocity. */
export function entryOf(entries: JavaMap, name: string): Value {
  return mapGet(entries, name) ?? null;
}
