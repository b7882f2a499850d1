import { LimitExceeded } from "./limit-exceeded.js";

/** In the words of V8, JavaScriptCore, SpiderMonkey and QuickJS. */
const STACK = /call stack|stack overflow|stack size|too much recursion/i;
const MEMORY = /out of memory|invalid (?:string|array) length|allocation size|too (?:big|large|long)|maximum bigint/i;

/**
 * What it means when an engine has no more stack or no more room for a value; undefined for any other error. Engines
 * say so by a RangeError; SpiderMonkey and QuickJS by an InternalError; V8 by a SyntaxError where a regular expression
 * overflows the stack, QuickJS where JSON does; SpiderMonkey 102 throws a bare string.
 */
export function exhaustion(error: unknown): LimitExceeded | undefined {
  const isRange = error instanceof RangeError;
  const isInternal = error instanceof Error && error.name === "InternalError";
  if (!isRange && !isInternal && !(error instanceof SyntaxError) && typeof error !== "string") return undefined;
  const message = typeof error === "string" ? error : error.message;
  if (STACK.test(message)) return new LimitExceeded("limit-depth", "A value is nested too deeply.");
  if (isRange || MEMORY.test(message)) return new LimitExceeded("limit-output", "A value grew too large.");
  return undefined;
}
