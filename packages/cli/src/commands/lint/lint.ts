import { configurationChoice } from "../../configuration/configuration-choice.js";
import type { ExitCode } from "../../exit-code.js";
import { slashed } from "../../files/file-path.js";
import { type SelectedProject, selectProject } from "../../project/select-project.js";
import type { Session } from "../../session.js";
import { Baseline } from "./baseline.js";
import { check } from "./check.js";
import type { FileLint } from "./file-lint.js";
import { type LintFlags, type LintPlan, lintPlan } from "./lint-plan.js";
import { report } from "./report.js";

/** Runs `vtl lint`. Throws `UsageError` and `InputError`; findings are reported and give the exit code. */
export async function lint(paths: readonly string[], flags: LintFlags, session: Session): Promise<ExitCode> {
  if (flags.listRules) return (await import("./rule-pages.js")).listRules(session);
  if (flags.explain !== undefined) return (await import("./rule-pages.js")).explainRule(flags.explain, session);
  if (flags.printConfig !== undefined) {
    const { printConfig } = await import("./print-config.js");
    return printConfig(flags.printConfig, configurationChoice(flags, session.io), session);
  }
  const plan = lintPlan(paths, flags, session.io);
  const run = async () => {
    const project = await selectProject(plan.search, session, plan.configuration);
    return { folders: project.folders, ...(await lintSelected(project, plan, session)) };
  };
  if (!plan.isWatching) return (await run()).code;
  const { watchProject } = await import("./watch-project.js");
  const written = [plan.cache, plan.baseline?.path, ...plan.outputs.map(({ path }) => path)];
  return watchProject(run, written.filter((path) => path !== undefined).map(slashed), session);
}

/** Lints the files and reports what was found. Throws an `InputError`. */
export async function lintSelected(
  project: SelectedProject,
  plan: LintPlan,
  session: Session,
): Promise<{ readonly lints: readonly FileLint[]; readonly code: ExitCode }> {
  const { path, task } = plan.baseline ?? { task: "replace" };
  const baseline = path === undefined || task === "replace" ? undefined : await Baseline.read(path, session.io);
  const checked = await check(project, plan, session, baseline);
  return { lints: checked.lints, code: await report(checked, plan, session, baseline) };
}
