import { type Code, documentationUrl } from "./diagnostics/codes.js";
import type { Diagnostic } from "./diagnostics/diagnostic.js";
import { LineIndex, type Range } from "./syntax/range.js";

/** The template cannot be compiled: the service answers 500 to every request. */
export class VtlSyntaxError extends Error {
  /** Everything that is wrong, warnings included, in order of its place. */
  readonly diagnostics: readonly Diagnostic[];

  constructor(source: string, diagnostics: readonly Diagnostic[]) {
    const first = diagnostics.find(({ severity }) => severity === "error");
    const { line, column } = new LineIndex(source).position(first?.range.start ?? 0);
    super(`${line}:${column}: ${first?.message ?? "The template cannot be read."}`);
    this.name = "VtlSyntaxError";
    this.diagnostics = diagnostics;
  }
}

/** What is known of a failed rendering. */
export interface RenderFailure {
  readonly code: Code;
  readonly message: string;
  readonly range: Range;
  readonly reference?: string | undefined;
  readonly hint?: string | undefined;
  readonly cause?: unknown;
}

/** Rendering failed: the service answers 500 (400 for a broken payload), or a limit of this engine was reached. */
export class VtlRenderError extends Error {
  readonly code: Code;
  /** The reference or directive that failed; the whole template when that is not known. */
  readonly range: Range;
  /** The source of that reference. */
  readonly reference?: string;
  readonly hint?: string;
  readonly documentationUrl: string;

  constructor(failure: RenderFailure) {
    super(failure.message, failure.cause === undefined ? undefined : { cause: failure.cause });
    this.name = "VtlRenderError";
    this.code = failure.code;
    this.range = failure.range;
    this.documentationUrl = documentationUrl(failure.code);
    if (failure.reference !== undefined) this.reference = failure.reference;
    if (failure.hint !== undefined) this.hint = failure.hint;
  }
}
