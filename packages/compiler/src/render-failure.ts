import type { Code } from "./diagnostics/codes.js";
import type { RenderFailure } from "./errors.js";
import { exceptionHint } from "./exception-hints.js";
import { LimitExceeded } from "./runtime/operations/limit-exceeded.js";
import { INVALID_PAYLOAD } from "./runtime/roots/input.js";
import { JavaException } from "./runtime/value.js";

const codeOfException: Readonly<Record<string, Code>> = {
  [INVALID_PAYLOAD]: "invalid-payload",
  "com.jayway.jsonpath.InvalidPathException": "invalid-json-path",
  "org.apache.velocity.exception.ResourceNotFoundException": "resource-not-found",
  "org.apache.velocity.exception.MacroOverflowException": "macro-depth",
  "java.lang.OutOfMemoryError": "limit-output",
  "java.lang.StackOverflowError": "limit-depth",
  "vtl.NotAScope": "not-a-scope",
  "vtl.RegexBudgetExceeded": "limit-regex",
};

const hints: Partial<Readonly<Record<Code, string>>> = {
  "invalid-payload": "The service answers 400 to such a request. Send JSON, or read $input.body only.",
  "invalid-json-path": "Check the path in quotes: names with special characters need brackets, $['a-b'].",
};

/** Says what an error of the runtime means; undefined for errors that are none of the template's. */
export function describeFailure(error: unknown): Omit<RenderFailure, "range" | "reference"> | undefined {
  if (error instanceof LimitExceeded) return { code: error.code, message: error.message, cause: error };
  if (error instanceof JavaException) {
    const code = codeOfException[error.javaClass] ?? "java-exception";
    const detail = detailOf(error);
    return {
      code,
      message: `${messages[code] ?? "The service answers 500"} (${detail}).`,
      hint: code === "java-exception" ? exceptionHint(error) : hints[code],
      cause: error,
    };
  }
  return undefined;
}

const messages: Partial<Readonly<Record<Code, string>>> = {
  "invalid-payload": "The payload is broken JSON, and the service answers 400",
  "invalid-json-path": "This JSONPath cannot be used, and the service answers 500",
  "limit-regex": "This regular expression backtracks without end on this text",
  "limit-depth": "A value is nested too deeply",
  "limit-output": "A value grew too large",
};

/** The exception as Java prints it; names of our own are nothing to a reader. */
function detailOf({ javaClass, message }: JavaException): string {
  if (javaClass.startsWith("vtl.")) return message;
  return message === "" ? javaClass : `${javaClass}: ${message}`;
}
