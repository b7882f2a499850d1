import type { Diagnostic } from "./diagnostics/diagnostic.js";
import { VtlSyntaxError } from "./errors.js";
import { exhaustion } from "./runtime/operations/exhaustion.js";

/** A template that takes more stack or memory than the engine has left to whoever reads it. */
export function exhaustedBy(source: string): Diagnostic {
  return {
    code: "nesting-too-deep",
    severity: "error",
    message: "The template is nested too deeply, or too large, for the stack of this JavaScript engine.",
    range: { start: 0, end: source.length },
  };
}

/** Runs a pass over a template. Throws VtlSyntaxError when the engine's stack or memory does not suffice for it. */
export function withinStack<Result>(source: string, pass: () => Result): Result {
  try {
    return pass();
  } catch (error) {
    if (exhaustion(error) === undefined) throw error;
    throw new VtlSyntaxError(source, [exhaustedBy(source)]);
  }
}
