import type { CaseResult, NewExpectation } from "../run/case-result.js";
import { updatedFile } from "./updated-file.js";

/** A file in which other values are to be expected. */
export interface FileUpdate {
  readonly path: string;
  /** `undefined` if the file cannot say what came out in the place of what is expected. */
  readonly text: string | undefined;
}

/** Whether a case would pass if what came out was expected: one that fails in another way too would not. */
export function isUpdatable({ failures, updates }: CaseResult): boolean {
  return updates.length > 0 && updates.length === failures.length;
}

/** The files in which what came out is to be written as what is expected, of the cases that would pass then. */
export function updatesOf(results: readonly CaseResult[], textOf: (path: string) => string): readonly FileUpdate[] {
  const byFile = new Map<string, NewExpectation[]>();
  for (const update of results.filter(isUpdatable).flatMap(({ updates }) => updates)) {
    byFile.set(update.file, [...(byFile.get(update.file) ?? []), update]);
  }
  return [...byFile].map(([path, updates]) => ({ path, text: updatedFile(path, textOf(path), updates) }));
}
