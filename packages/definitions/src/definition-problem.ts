import { LineIndex } from "@apigw-vtl/compiler";
import type { Place } from "./api-definition.js";
import { fileOf, placeOf, type SourceDocument } from "./source/source-document.js";

/** What can be wrong with a definition or a stub file, and whether it keeps the API from running. `docs/definitions.md` explains each. */
export const PROBLEM_CODES = {
  "definition-syntax": "error",
  "definition-file-not-found": "error",
  "definition-no-api": "error",
  "definition-several-apis": "error",
  "definition-too-large": "error",
  "definition-not-valid": "warning",
  "definition-unresolved": "warning",
  "definition-unsupported": "warning",
  "stub-not-valid": "error",
} as const satisfies Record<string, "error" | "warning">;

export type ProblemCode = keyof typeof PROBLEM_CODES;

/** Something about a definition that its user has to know; lines and columns from 1. */
export interface DefinitionProblem {
  readonly code: ProblemCode;
  /** An error leaves no definition. */
  readonly severity: "error" | "warning";
  /** What is wrong and what follows from it. */
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
  readonly file: string;
  readonly range: Place["range"];
  readonly line: number;
  readonly column: number;
}

/** Collects problems; the same one is told once, where it is met first. */
export class ProblemList {
  readonly all: DefinitionProblem[] = [];
  private readonly told = new Set<string>();
  private readonly lines = new Map<string, LineIndex>();

  /** `about` is what the problem is known by; by default its message. */
  report(
    code: ProblemCode,
    { document, range }: { readonly document: SourceDocument; readonly range: Place["range"] },
    { message, hint, about = message }: { message: string; hint?: string; about?: string },
  ): void {
    const key = `${code} ${about}`;
    if (this.told.has(key)) return;
    this.told.add(key);
    const { text } = fileOf(document);
    const lines = this.lines.get(text) ?? new LineIndex(text);
    this.lines.set(text, lines);
    const place = placeOf(range, document);
    const { line, column } = lines.position(Math.min(place.range.start, text.length));
    this.all.push({
      code,
      severity: PROBLEM_CODES[code],
      message,
      ...(hint !== undefined && { hint }),
      ...place,
      line,
      column,
    });
  }
}
