import type { Probe } from "../codegen/probes.js";
import { type CompileOptions, compileInstrumented, type ProbeListener } from "../compile.js";
import { VtlRenderError } from "../errors.js";
import type { Overrides, RenderOptions } from "../runtime/operations/render.js";
import type { TemplateEvent } from "../runtime/roots/event.js";
import type { Value } from "../runtime/value.js";
import type { Range } from "../syntax/range.js";
import { describeValue } from "./describe-value.js";

/** One thing that a template did. */
export type ExecutionStep = { readonly range: Range } & (
  | { readonly kind: "value"; readonly source: string; readonly value: string }
  | { readonly kind: "set"; readonly target: string; readonly value: string }
  /** The block of an `#if` that is entered, and those before it, whose conditions are false. */
  | {
      readonly kind: "branch";
      readonly arm: ArmName;
      readonly skipped: readonly { readonly range: Range; readonly arm: ArmName }[];
    }
  /** `number` is 0 for a loop without a round. */
  | { readonly kind: "round"; readonly number: number }
  | { readonly kind: "print"; readonly text: string }
);

type ArmName = Extract<Probe, { kind: "arm" }>["arm"];

/** What a template did with an event, step by step. */
export interface Execution {
  /** In order; of very many the first and the last. */
  readonly steps: readonly ExecutionStep[];
  /** How many steps between the first and the last are left out. */
  readonly omitted: number;
  /** What it has printed; of one that failed, until then. */
  readonly output: string;
  /** Absent if it failed. */
  readonly overrides?: Overrides;
  readonly error?: VtlRenderError;
}

/** So many steps are kept of the beginning, and of the end. */
const MOST_STEPS = 5_000;

/** Renders once and tells each step. Slow. Throws VtlSyntaxError if the service would refuse the template. */
export function traceExecution(
  source: string,
  event: TemplateEvent,
  options: CompileOptions & RenderOptions = {},
): Execution {
  const recorder = new Recorder();
  const template = compileInstrumented(source, { ...options, listener: recorder, in: "renderTraced" });
  recorder.probes = template.probes;
  recorder.sites = template.sites;
  try {
    const { output, overrides } = template.renderTraced(event, options);
    return { ...recorder.told, output, overrides };
  } catch (error) {
    if (!(error instanceof VtlRenderError)) throw error;
    return { ...recorder.told, output: recorder.output, error };
  }
}

class Recorder implements ProbeListener {
  probes: readonly Probe[] = [];
  sites: readonly { readonly range: Range }[] = [];
  output = "";
  readonly #first: ExecutionStep[] = [];
  #last: ExecutionStep[] = [];
  #omitted = 0;
  /** Rounds so far of the loops that run, by their number. */
  readonly #rounds = new Map<number, number>();

  get told(): Pick<Execution, "steps" | "omitted"> {
    const over = Math.max(0, this.#last.length - MOST_STEPS);
    return { steps: [...this.#first, ...this.#last.slice(over)], omitted: this.#omitted + over };
  }

  reached(number: number): void {
    const probe = this.probes[number];
    if (probe?.kind === "arm") this.#branch(probe);
    else if (probe?.kind === "rounds") this.#round(probe);
  }

  saw<Seen extends Value>(number: number, value: Seen): Seen {
    const probe = this.probes[number];
    const told = describeValue(value);
    if (probe?.kind === "reference")
      this.#add({ kind: "value", range: probe.range, source: probe.source, value: told });
    if (probe?.kind === "assignment") this.#add({ kind: "set", range: probe.range, target: probe.target, value: told });
    return value;
  }

  printed(site: number, start: number, output: string): void {
    this.output = output;
    const range = this.sites[site]?.range;
    if (range !== undefined) this.#add({ kind: "print", range, text: output.slice(start) });
  }

  #branch(entered: Extract<Probe, { kind: "arm" }>): void {
    const arms = this.probes.filter((probe) => probe.kind === "arm" && probe.of === entered.of);
    const skipped = arms
      .slice(0, arms.indexOf(entered))
      .flatMap((probe) => (probe.kind === "arm" ? [{ range: probe.range, arm: probe.arm }] : []));
    this.#add({ kind: "branch", range: entered.range, arm: entered.arm, skipped });
  }

  #round({ of, rounds, range }: Extract<Probe, { kind: "rounds" }>): void {
    const number = rounds === "none" ? 0 : rounds === "first" ? 1 : (this.#rounds.get(of) ?? 0) + 1;
    this.#rounds.set(of, number);
    this.#add({ kind: "round", range, number });
  }

  #add(step: ExecutionStep): void {
    if (this.#first.length < MOST_STEPS) {
      this.#first.push(step);
      return;
    }
    this.#last.push(step);
    if (this.#last.length < MOST_STEPS * 2) return;
    this.#last = this.#last.slice(MOST_STEPS);
    this.#omitted += MOST_STEPS;
  }
}
