import type { SelectedFile } from "../../files/find-files.js";
import type { FileEdit } from "../../io/write-files.js";
import type { SelectedProject } from "../../project/select-project.js";
import type { Session } from "../../session.js";
import type { Baseline } from "./baseline.js";
import type { FileLint } from "./file-lint.js";
import type { LintPlan } from "./lint-plan.js";

/** What checking a project gave. */
export interface CheckedProject {
  readonly project: SelectedProject;
  readonly lints: readonly FileLint[];
  /** What fixes have changed, in memory so far. */
  readonly fixed: readonly FileEdit[];
}

/**
 * Lints a project, and fixes it in memory if the plan says so, but for what the baseline knows. With a cache only files are linted that have changed since
 * the last run. The linter is loaded only if there is something to lint.
 */
export async function check(
  project: SelectedProject,
  plan: LintPlan,
  session: Session,
  baseline?: Baseline,
): Promise<CheckedProject> {
  if (plan.cache === undefined) return lintFiles(project, plan, session, baseline);
  const { files, scope } = project;
  const { LintCache } = await import("./lint-cache.js");
  const cache = await LintCache.open(plan.cache, session.io, scope);
  const { configuration, proves } = plan;
  const optionsOf = ({ named }: SelectedFile) => JSON.stringify([named, configuration, proves, scope]);
  const lints = new Map<string, FileLint>();
  const changed = new Map<string, SelectedFile>();
  for (const file of files) {
    const known = await cache.get(file.path, optionsOf(file));
    if (known === undefined) changed.set(file.path, file);
    else lints.set(file.path, known);
  }
  if (changed.size > 0) {
    const fresh = await lintFiles({ ...project, files: [...changed.values()] }, plan, session);
    for (const lint of fresh.lints) {
      lints.set(lint.path, lint);
      await cache.set(lint.path, optionsOf(changed.get(lint.path)!), lint);
    }
  }
  await cache.save(session);
  return { lints: files.flatMap(({ path }) => lints.get(path) ?? []), fixed: [], project };
}

const lintFiles: typeof check = async (...project) => (await import("./lint-project.js")).lintProject(...project);
