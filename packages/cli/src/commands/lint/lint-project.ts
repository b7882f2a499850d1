import { InputError } from "../../failure.js";
import type { SelectedFile } from "../../files/find-files.js";
import type { SelectedProject } from "../../project/select-project.js";
import type { Session } from "../../session.js";
import { type ProgressLine, progressLine } from "../../terminal/progress-line.js";
import type { Baseline } from "./baseline.js";
import type { CheckedProject } from "./check.js";
import { lintInThreads, paysInThreads } from "./lint-in-threads.js";
import type { LintPlan } from "./lint-plan.js";
import { type LintOutcome, ProjectLinter } from "./project-linter.js";

/**
 * Lints files, after fixing them in memory if the plan says so. Throws an `InputError` for a named file or
 * a configuration that cannot be read; another file is reported and passed over.
 */
export async function lintProject(
  project: SelectedProject,
  { configuration, proves, fixing, cache }: LintPlan,
  session: Session,
  baseline?: Baseline,
): Promise<CheckedProject> {
  const { files, texts, scope } = project;
  const settings = { configuration, proves, scope, remembers: cache !== undefined };
  const linter = new ProjectLinter(settings, session.io, texts);
  const fixed = fixing === undefined ? [] : await linter.fix(files, fixing.unsafe, baseline);
  const inThreads = texts.size + fixed.length === 0 && paysInThreads(files.length, proves, session.io);
  const progress = progressLine(files.length, "files", session);
  const outcomes = inThreads
    ? await lintInThreads(files, settings, session.io, progress)
    : await lintHere(files, linter, progress);
  progress.clear();
  const lints = outcomes.flatMap((outcome) => {
    if ("lint" in outcome) return [outcome.lint];
    const { problem, hint, fatal } = outcome;
    if (fatal) throw new InputError(problem, hint === undefined ? {} : { hint });
    session.reporter.problem({ severity: "warning", message: problem, hint });
    return [];
  });
  return { project, lints, fixed };
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
