import { configurationChoice } from "../../configuration/configuration-choice.js";
import type { ExitCode } from "../../exit-code.js";
import { slashed } from "../../files/file-path.js";
import { selectProject } from "../../project/select-project.js";
import type { Session } from "../../session.js";
import { Baseline } from "./baseline.js";
import { check } from "./check.js";
import { type LintFlags, lintPlan } from "./lint-plan.js";
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
    const { path, task } = plan.baseline ?? { task: "replace" };
    const baseline = path === undefined || task === "replace" ? undefined : await Baseline.read(path, session.io);
    const checked = await check(project, plan, session, baseline);
    return { folders: project.folders, code: await report(checked, plan, session, baseline) };
  };
  if (!plan.isWatching) return (await run()).code;
  const { watchProject } = await import("./watch-project.js");
  const written = [plan.cache, plan.baseline?.path, ...plan.outputs.map(({ path }) => path)];
  return watchProject(run, written.filter((path) => path !== undefined).map(slashed), session);
}
