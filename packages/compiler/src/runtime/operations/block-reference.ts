import { JavaObject, type Value } from "../value.js";
import type { VariableContext } from "./contexts.js";
import type { RenderState } from "./render-state.js";
import { BREAK } from "./signals.js";

/** Prints the block into the document. */
export type BlockBody = (context: VariableContext | undefined) => void;
/** Runs a block and gives what it printed instead of printing it. */
export type Capture = (body: BlockBody, context: VariableContext | undefined) => string;

/** `directive.define.max.depth`: how deep a block may be inside itself. */
const DEFINE_DEPTH = 2;

/** The value that `#define` gives its variable: a block that is rendered wherever the variable is printed. */
export class BlockReference extends JavaObject {
  override readonly className = "org.apache.velocity.runtime.directive.Block$Reference";
  readonly #state: RenderState;
  readonly #body: BlockBody;
  readonly #capture: Capture;
  readonly #context: VariableContext | undefined;
  readonly #maxDepth: number;
  #depth = 0;

  constructor(
    state: RenderState,
    body: BlockBody,
    capture: Capture,
    context?: VariableContext,
    maxDepth = DEFINE_DEPTH,
  ) {
    super();
    this.#state = state;
    this.#body = body;
    this.#capture = capture;
    this.#context = context;
    this.#maxDepth = maxDepth;
  }

  /** Prints the block; false when it is too deep in itself. */
  render(context = this.#context): boolean {
    if (this.#depth >= this.#maxDepth) return false;
    this.#state.spend(1);
    this.#depth++;
    try {
      this.#body(context);
    } catch (error) {
      // Velocity forgets then that the block has ended: its depth stays one more.
      if (error !== BREAK) throw error;
    }
    this.#depth--;
    return true;
  }

  override print(): string {
    return this.text() ?? "";
  }

  /** What it prints; null, as `toString()` in Velocity, when it is too deep in itself. */
  text(): string | null {
    let rendered = false;
    const text = this.#capture((context) => {
      rendered = this.render(context);
    }, this.#context);
    return rendered ? text : null;
  }

  /** Velocity asks for the text of a block to find out whether it has any: its directives run. */
  hasText(): boolean {
    return this.text() !== null;
  }
}

/** The truth of a reference that may be a block. */
export function isTrueOrBlock(value: Value, whenMissing: boolean): boolean {
  if (value instanceof BlockReference) return value.hasText();
  return value === null ? whenMissing : value !== false;
}
