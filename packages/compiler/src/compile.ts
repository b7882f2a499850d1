import { functionBody, type Generated, generate } from "./codegen/generate.js";
import type { Probe } from "./codegen/probes.js";
import type { Site } from "./codegen/unit.js";
import { type Dialect, type DialectName, dialectOf } from "./dialect/index.js";
import { VtlRenderError, VtlSyntaxError } from "./errors.js";
import { withinStack } from "./exhausted-template.js";
import { parseStrictly } from "./parse-strictly.js";
import { describeFailure } from "./render-failure.js";
import * as runtime from "./runtime/index.js";
import type { VariableContext } from "./runtime/operations/contexts.js";
import { LimitExceeded } from "./runtime/operations/limit-exceeded.js";
import {
  newState,
  type RenderOptions,
  type RenderResult,
  runTemplate,
  type TemplateFunction,
} from "./runtime/operations/render.js";
import { defaultLimits, type RenderState } from "./runtime/operations/render-state.js";
import type { TemplateEvent } from "./runtime/roots/event.js";
import type { Value } from "./runtime/value.js";
import type { Range } from "./syntax/range.js";
import type { Template } from "./syntax/tree.js";

export interface CompileOptions {
  /** Default: `apigateway`. */
  readonly dialect?: DialectName;
  /** What `parse` made of the source in this dialect, without errors. Default: the source is parsed. */
  readonly tree?: Template;
}

/** A part of the output and the reference or text that printed it; parts of nested blocks overlap. */
export interface TracedPart {
  readonly outputStart: number;
  readonly outputEnd: number;
  readonly range: Range;
}

export interface TracedResult extends RenderResult {
  readonly trace: readonly TracedPart[];
}

/** A template as a JavaScript function. Stateless: render it as often as you like. */
export interface CompiledTemplate {
  /**
   * Prints the document for one event. The event is not changed.
   * Throws VtlRenderError where the service would answer 500 or 400, and when a limit is reached.
   */
  render(event: TemplateEvent, options?: RenderOptions): RenderResult;
  /** The same, with the places in the template that printed each part of the output. Slower. */
  renderTraced(event: TemplateEvent, options?: RenderOptions): TracedResult;
}

/** Compiles a template. Throws VtlSyntaxError with all diagnostics if the service would refuse it. */
export function compile(source: string, options: CompileOptions = {}): CompiledTemplate {
  return new FunctionTemplate(source, options.tree ?? parseStrictly(source, options), dialectOf(options.dialect));
}

/** Who is told what a template does while it runs. The numbers are those of its probes, and of its sites for what is printed. */
export interface ProbeListener {
  reached(probe: number): void;
  /** Gives the value back. */
  saw<Seen extends Value>(probe: number, value: Seen): Seen;
  /** In `renderTraced` only: what the output has become, from `start` on by this site. */
  printed(site: number, start: number, output: string): void;
}

/** A template that tells a listener what it does: in `render`, or in `renderTraced`. */
export interface InstrumentedTemplate extends CompiledTemplate {
  readonly probes: readonly Probe[];
  readonly sites: readonly Site[];
}

/** The same with code that tells what it does. The output is that of `compile`; it takes longer. */
export function compileInstrumented(
  source: string,
  options: CompileOptions & { readonly listener: ProbeListener; readonly in: "render" | "renderTraced" },
): InstrumentedTemplate {
  const tree = options.tree ?? parseStrictly(source, options);
  return new FunctionTemplate(source, tree, dialectOf(options.dialect), options);
}

type Instrumentation = Pick<Parameters<typeof compileInstrumented>[1], "listener" | "in">;

/** Of the time of a rendering, what finding the place of its error may take beside it. */
const TIME_TO_LOCATE = 0.1;

interface TracedFunction extends Pick<Generated, "sites" | "probes"> {
  readonly run: TemplateFunction;
}

class FunctionTemplate implements InstrumentedTemplate {
  readonly #source: string;
  readonly #tree: Template;
  readonly #dialect: Dialect;
  readonly #instrumentation: Instrumentation | undefined;
  readonly #fast: TemplateFunction;
  readonly #fastProbes: readonly Probe[];
  /** Made when an error is to be located or a trace is asked for. */
  #traced: TracedFunction | undefined;

  constructor(source: string, tree: Template, dialect: Dialect, instrumentation?: Instrumentation) {
    this.#source = source;
    this.#tree = tree;
    this.#dialect = dialect;
    this.#instrumentation = instrumentation;
    const { run, probes } = this.#generate("render");
    this.#fast = run;
    this.#fastProbes = probes;
  }

  get probes(): readonly Probe[] {
    return this.#instrumentation?.in === "renderTraced" ? this.#tracedFunction().probes : this.#fastProbes;
  }

  get sites(): readonly Site[] {
    return this.#tracedFunction().sites;
  }

  #generate(method: Instrumentation["in"]): TracedFunction {
    const [source, dialect] = [this.#source, this.#dialect];
    const listener = this.#instrumentation?.in === method ? this.#instrumentation.listener : undefined;
    const traced = method === "renderTraced";
    const options = { source, dialect, traced, ...(listener && { instrumented: true }) };
    return withinStack(source, () => {
      const generated = generate(this.#tree, options);
      return { run: instantiate(generated, listener), sites: generated.sites, probes: generated.probes };
    });
  }

  render(event: TemplateEvent, options?: RenderOptions): RenderResult {
    try {
      return runTemplate(this.#fast, this.#state(event, options));
    } catch (error) {
      throw this.#locate(error, event, options);
    }
  }

  renderTraced(event: TemplateEvent, options?: RenderOptions): TracedResult {
    const { run, sites } = this.#tracedFunction();
    const state = this.#state(event, options);
    const trace: TracedPart[] = [];
    state.onPrint = (site, outputStart, outputEnd) => {
      trace.push({ outputStart, outputEnd, range: sites[site]!.range });
    };
    try {
      const { output, contextUsed, overrides, context } = runTemplate(run, state);
      return { output, contextUsed, overrides, context, trace };
    } catch (error) {
      throw this.#failure(error, state);
    }
  }

  #state(event: TemplateEvent, options: RenderOptions | undefined): RenderState {
    const state = newState(event, options);
    state.failure = (error) => this.#failure(error, state);
    if (this.#dialect.macros) state.evaluate = (text, context) => this.#evaluate(text, context, state);
    return state;
  }

  #evaluate(text: string, context: VariableContext, state: RenderState): void {
    const tree = parseStrictly(text, { dialect: this.#dialect.name });
    const options = { source: text, dialect: this.#dialect, traced: false, inContext: true };
    withinStack(text, () => instantiate(generate(tree, options)))(state, context);
  }

  #tracedFunction(): TracedFunction {
    this.#traced ??= this.#generate("renderTraced");
    return this.#traced;
  }

  /**
   * Renders again with code that knows where it is: the fast code does not spend time on that. It has a part of the time
   * only; where that is over the template has most likely been all the time.
   */
  #locate(error: unknown, event: TemplateEvent, options: RenderOptions = {}): unknown {
    if (describeFailure(error) === undefined && !(error instanceof VtlSyntaxError)) return error;
    const { milliseconds = defaultLimits.milliseconds } = options.limits ?? {};
    const limits = { ...options.limits, milliseconds: milliseconds * TIME_TO_LOCATE };
    const state = this.#state(event, { ...options, limits });
    let again = error;
    try {
      const { run } = this.#tracedFunction();
      try {
        runTemplate(run, state);
      } catch (found) {
        const isLate = found instanceof LimitExceeded && found.code === "limit-time";
        if (!isLate) again = found;
      }
    } catch {
      // The code that knows where it is is longer: the engine may have no room for it. The place is not known then.
    }
    return this.#failure(again, state);
  }

  #failure(error: unknown, state: RenderState): unknown {
    const site = this.#traced?.sites[state.site];
    const place = { range: site?.range ?? this.#tree.range, reference: site?.reference };
    if (error instanceof VtlSyntaxError) {
      return new VtlRenderError({
        code: "unexpected-token",
        message: `In #evaluate: ${error.message}`,
        ...place,
        cause: error,
      });
    }
    const failure = describeFailure(error);
    return failure === undefined ? error : new VtlRenderError({ ...failure, ...place });
  }
}

/**
 * The source holds no text of the template but quoted strings, see `codegen/code.ts`. Throws EvalError where the engine
 * lets no text become code, as in Cloudflare's workers and under a strict content security policy.
 */
function instantiate(generated: Generated, probe?: ProbeListener): TemplateFunction {
  const body = functionBody(generated);
  try {
    if (probe === undefined) return new Function("runtime", body)(runtime) as TemplateFunction;
    return new Function("runtime", "probe", body)(runtime, probe) as TemplateFunction;
  } catch (error) {
    if (!(error instanceof EvalError)) throw error;
    throw new EvalError(
      "This JavaScript engine does not let text become code, which compile() needs. Write the template as a module with emitModule() where it is built, and import that.",
      { cause: error },
    );
  }
}
