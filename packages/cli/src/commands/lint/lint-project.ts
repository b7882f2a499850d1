import type { ReadScope } from "@apigw-vtl/definitions";
import { InputError } from "../../failure.js";
import type { SelectedFile } from "../../files/find-files.js";
import type { FileEdit } from "../../io/write-files.js";
import type { Session } from "../../session.js";
import type { FileLint } from "./file-lint.js";
import { fixes, type LintFlags } from "./lint-flags.js";
import { lintInThreads, paysInThreads } from "./lint-in-threads.js";
import { type ProgressLine, progressLine } from "./progress-line.js";
import { type LintOutcome, ProjectLinter } from "./project-linter.js";

/**
 * Lints files, after fixing them in memory if the flags say so. Throws an `InputError` for a named file or
 * a configuration that cannot be read; another file is reported and passed over. `texts` stand for files that are not on disk.
 */
export async function lintProject(
  files: readonly SelectedFile[],
  texts: ReadonlyMap<string, string>,
  flags: LintFlags,
  scope: ReadScope,
  session: Session,
): Promise<{ readonly lints: readonly FileLint[]; readonly fixed: readonly FileEdit[] }> {
  // Made even where threads do the work: it is what refuses rules that do not exist.
  const linter = new ProjectLinter(flags, session.io, scope, texts);
  const fixed = fixes(flags) ? await linter.fix(files) : [];
  const inThreads = texts.size + fixed.length === 0 && paysInThreads(files, flags, session.io);
  const progress = progressLine(files.length, session);
  const outcomes = inThreads
    ? await lintInThreads(files, { flags, scope }, session.io, progress)
    : await lintHere(files, linter, progress);
  progress.clear();
  const lints = outcomes.flatMap((outcome) => {
    if ("lint" in outcome) return [outcome.lint];
    const { problem, hint, fatal } = outcome;
    if (fatal) throw new InputError(problem, hint === undefined ? {} : { hint });
    session.reporter.problem({ severity: "warning", message: problem, hint });
    return [];
  });
  return { lints, fixed };
}

async function lintHere(
  files: readonly SelectedFile[],
  linter: ProjectLinter,
  progress: ProgressLine,
): Promise<LintOutcome[]> {
  const outcomes: LintOutcome[] = [];
  for (const file of files) {
    outcomes.push(await linter.lint(file));
    progress.advance(1);
  }
  return outcomes;
}
