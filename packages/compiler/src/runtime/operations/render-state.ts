import { Budget } from "../budget.js";
import type { ContextRoot } from "../roots/context.js";
import type { TemplateEvent } from "../roots/event.js";
import { InputRoot } from "../roots/input.js";
import { type Clock, TimeLimit } from "../time-limit.js";
import type { JavaMap } from "../value.js";
import type { VariableContext } from "./contexts.js";
import { LimitExceeded, outOfSteps } from "./limit-exceeded.js";

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

const exceeded = outOfSteps("took more steps");

/** A macro that the template has defined. */
export interface Macro {
  readonly parameters: readonly string[];
  readonly body: (context: VariableContext) => void;
}

/** Called with the output printed by a reference or text, in traced renderings. */
export type PrintTrace = (site: number, outputStart: number, outputEnd: number) => void;

const asItIs = (error: unknown): unknown => error;

/** One rendering: what it is of, what it has used up, and where it is. The roots that it has are in `roots.ts`. */
export class RenderState {
  readonly input: InputRoot;
  readonly event: TemplateEvent;
  /** `$context` and `$stageVariables` as maps, from when the template first has to do with one. */
  contextRoot: ContextRoot | undefined;
  variableMap: JavaMap | undefined;
  readonly maxOutput: number;
  readonly maxSteps: number;
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
  failure: (error: unknown) => unknown = asItIs;
  #macros: Map<string, Macro> | undefined;
  macroDepth = 0;
  evaluateDepth = 0;

  constructor(event: TemplateEvent, limits: Limits, clock?: Clock) {
    this.event = event;
    this.input = new InputRoot(event);
    this.maxOutput = limits.output;
    this.maxSteps = limits.steps;
    this.#steps = new Budget(limits.steps, STEPS_PER_LOOK, exceeded);
    this.time = new TimeLimit(limits.milliseconds, clock);
  }

  /** The first definition of a macro counts. */
  defineMacro(name: string, parameters: readonly string[], body: Macro["body"]): void {
    this.#macros ??= new Map();
    if (!this.#macros.has(name)) this.#macros.set(name, { parameters, body });
  }

  macro(name: string): Macro | undefined {
    return this.#macros?.get(name);
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
