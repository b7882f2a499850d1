import type { SelectedFile } from "../../files/find-files.js";
import type { Io } from "../../io/io.js";
import type { ProgressLine } from "../../terminal/progress-line.js";
import { LINT_WORKER } from "./lint-worker-name.js";
import type { LinterSettings, LintOutcome } from "./project-linter.js";

/** Proofs of one file may take a hundred times as long as those of another: a thread is given few at once. */
const BATCH = 8;

/** Measured on two idle cores: 1,000 proofs 8.6 s in one thread and 5.7 s in two; 3,000 files to lint 2.9 s and 2.6 s. */
const FILES_TO_PROVE = 60;
const FILES_TO_LINT = 4000;

const MOST_THREADS = 8;

export function paysInThreads(fileCount: number, proves: boolean, { parallelism }: Io): boolean {
  return parallelism > 1 && fileCount >= (proves ? FILES_TO_PROVE : FILES_TO_LINT);
}

/** Lints files in several threads; gives what each file gave, in their order. */
export async function lintInThreads(
  files: readonly SelectedFile[],
  settings: LinterSettings,
  io: Io,
  progress: ProgressLine,
): Promise<LintOutcome[]> {
  const outcomes: LintOutcome[] = [];
  let next = 0;
  const work = async () => {
    const worker = io.startWorker(LINT_WORKER, settings);
    try {
      while (next < files.length) {
        const start = next;
        const batch = files.slice(start, start + BATCH);
        next += batch.length;
        const results = (await worker.run(batch)) as LintOutcome[];
        for (const [index, outcome] of results.entries()) outcomes[start + index] = outcome;
        progress.advance(batch.length);
      }
    } catch (error) {
      // Nothing that the others could still find would be told.
      next = files.length;
      throw error;
    } finally {
      worker.close();
    }
  };
  await Promise.all(Array.from({ length: Math.min(io.parallelism, MOST_THREADS) }, work));
  return outcomes;
}
