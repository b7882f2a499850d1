import type { Range } from "../syntax/range.js";

export type Severity = "error" | "warning" | "info";

/** Something to say about a template. `code` has an entry in `codes.ts` and a page in `docs/codes/`. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong and why it matters, in one or two sentences. */
  readonly message: string;
  readonly range: Range;
  /** What to do about it. */
  readonly hint?: string;
}
