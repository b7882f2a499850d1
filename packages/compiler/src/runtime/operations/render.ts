import { ContextRoot } from "../roots/context.js";
import type { TemplateEvent } from "../roots/event.js";
import { type JsonData, untouchedContext, untouchedOverrides } from "../roots/untouched-context.js";
import type { VariableContext } from "./contexts.js";
import { exhaustion } from "./exhaustion.js";
import { metered } from "./metered.js";
import { defaultLimits, type Limits, RenderState } from "./render-state.js";

/** What the generator writes. `context` is given for the text of `#evaluate` only. */
export type TemplateFunction = (state: RenderState, context?: VariableContext) => string;

/** What a template has put below `$context.requestOverride` and `$context.responseOverride`, as JSON data. */
export interface Overrides {
  readonly requestOverride?: Readonly<Record<string, JsonData>>;
  readonly responseOverride?: Readonly<Record<string, JsonData>>;
}

export interface RenderOptions {
  /** Each limit that is not given has its default. */
  readonly limits?: Partial<Limits>;
  /** Milliseconds, for the limit on them; default `Date.now`. */
  readonly clock?: () => number;
}

export interface RenderResult {
  /** The document, byte for byte as the service would send it. */
  readonly output: string;
  /** Throws as `render` does when the template left something in it that is nested without end. */
  readonly overrides: Overrides;
  /** Whether the template can have changed `$context`; false as long as it has only printed members of it, or none. */
  readonly contextUsed: boolean;
  /** What `$context` has become; a response template of the same request goes on from it. Throws as `overrides`. */
  readonly context: Readonly<Record<string, JsonData>>;
}

/**
 * Overrides and context are only worked out when they are asked for. The class of the root is asked for since modules
 * are written without what is done with one, where their templates never get hold of it.
 */
class Rendered implements RenderResult {
  readonly output: string;
  readonly #state: RenderState;

  constructor(output: string, state: RenderState) {
    this.output = output;
    this.#state = state;
  }

  get contextUsed(): boolean {
    return this.#state.contextRoot instanceof ContextRoot;
  }

  get overrides(): Overrides {
    const { contextRoot, event } = this.#state;
    return workOut(this.#state, () =>
      contextRoot instanceof ContextRoot ? contextRoot.collectOverrides() : untouchedOverrides(event.context),
    );
  }

  get context(): Readonly<Record<string, JsonData>> {
    const { contextRoot, event } = this.#state;
    return workOut(this.#state, () =>
      contextRoot instanceof ContextRoot ? contextRoot.exportContext() : untouchedContext(event.context),
    );
  }
}

/** A template can leave something behind that has no end. */
function workOut<Result>(state: RenderState, run: () => Result): Result {
  try {
    return metered(state, run);
  } catch (error) {
    throw state.failure(exhaustion(error) ?? error);
  }
}

export function newState(event: TemplateEvent, options: RenderOptions | undefined): RenderState {
  const limits = options?.limits;
  return new RenderState(event, limits === undefined ? defaultLimits : { ...defaultLimits, ...limits }, options?.clock);
}

/** Maps are plain objects: what somebody has put on the prototype of all objects would be an entry of each of them. */
function refusePollution(): void {
  for (const name in Object.prototype) {
    throw new TypeError(`Object.prototype has been given a member '${name}': nothing can be rendered safely.`);
  }
}

/**
 * Renders; errors are the runtime's own (`JavaException`, `LimitExceeded`), and a TypeError when Object.prototype is
 * polluted.
 */
export function runTemplate(template: TemplateFunction, state: RenderState): RenderResult {
  refusePollution();
  try {
    const output = metered(state, template);
    state.checkLength(output.length);
    return new Rendered(output, state);
  } catch (error) {
    throw exhaustion(error) ?? error;
  }
}

/** What an emitted module renders with. */
export function renderTemplate(
  template: TemplateFunction,
  event: TemplateEvent,
  options?: RenderOptions,
): RenderResult {
  return runTemplate(template, newState(event, options));
}
