import { nullPointer } from "../collections/exceptions.js";
import { print } from "../object/print.js";
import { JavaException, type Value } from "../value.js";
import { work } from "../work.js";
import { type BlockBody, BlockReference, type Capture } from "./block-reference.js";
import { type MacroArgument, MacroContext, type VariableContext } from "./contexts.js";
import { LimitExceeded } from "./limit-exceeded.js";
import type { RenderState } from "./render-state.js";
import { BREAK } from "./signals.js";

/** `velocimacro.max.depth`. */
const MACRO_DEPTH = 20;

/** Calls a macro; false when there is none of that name, so that the call prints its own text. */
export function callMacro(
  state: RenderState,
  context: VariableContext,
  name: string,
  args: readonly MacroArgument[],
  body: BlockBody | null,
  capture: Capture,
): boolean {
  const macro = state.macro(name);
  if (!macro) return false;
  const own = new MacroContext(context);
  macro.parameters.forEach((parameter, position) => {
    const argument = args[position];
    if (argument) own.bind(parameter, argument);
  });
  if (body) own.bindBody("bodyContent", new BlockReference(state, body, capture, context, MACRO_DEPTH));
  if (state.macroDepth >= MACRO_DEPTH) {
    state.macroDepth = 0;
    throw new JavaException(
      "org.apache.velocity.exception.MacroOverflowException",
      `Max calling depth of 20 was exceeded in macro '${name}'`,
    );
  }
  state.spend(1);
  state.macroDepth++;
  try {
    macro.body(own);
    state.macroDepth--;
  } catch (error) {
    // Velocity forgets that the macro has ended then: its depth stays one more.
    if (error !== BREAK) throw error;
  }
  return true;
}

/** What it costs to compile a text, however short. */
const COMPILATION = 10_000;

/**
 * Java overflows its stack some thousand levels deep. V8 does not survive it when a regular expression of the parser has
 * to be compiled at the very end of the stack, so that this must not depend on the stack.
 */
const EVALUATE_DEPTH = 100;

/** `#evaluate`: the text is a template of its own, in the same variables, and prints where the template does. */
export function evaluateText(state: RenderState, context: VariableContext, source: Value): void {
  if (!state.evaluate)
    throw new JavaException("vtl.Unsupported", "#evaluate needs the compiler, which is not part of this module");
  const text = source instanceof BlockReference ? source.text() : source === null ? "" : print(source);
  if (text === null) throw nullPointer("the block prints null, being too deep in itself");
  work(COMPILATION + 64 * text.length);
  if (state.evaluateDepth >= EVALUATE_DEPTH) {
    throw new LimitExceeded("limit-depth", `#evaluate is nested in itself more than ${EVALUATE_DEPTH} levels deep.`);
  }
  state.evaluateDepth++;
  try {
    state.evaluate(text, context);
  } finally {
    state.evaluateDepth--;
  }
}
