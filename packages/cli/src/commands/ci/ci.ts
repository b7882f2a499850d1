import { ExitCode, worse } from "../../exit-code.js";
import { UsageError } from "../../failure.js";
import type { ConfigurationFlags } from "../../options/configuration-options.js";
import type { SearchFlags } from "../../options/search-options.js";
import { selectProject } from "../../project/select-project.js";
import { outputsOf, printsDocument } from "../../reports/outputs.js";
import type { Session } from "../../session.js";
import { TEXT_FORMATS } from "../lint/formats/index.js";
import { lintSelected } from "../lint/lint.js";
import { type LintFlags, lintPlan } from "../lint/lint-plan.js";
import { FORMATS } from "../test/formats/index.js";
import { testSelected } from "../test/test.js";
import { checkLayout } from "./check-layout.js";

/** The options of `vtl ci` as commander gives them. */
export interface CiFlags
  extends Pick<SearchFlags, "ignorePattern">,
    Pick<ConfigurationFlags, "config">,
    Pick<LintFlags, "format" | "outputFile" | "failOn" | "maxWarnings" | "baseline"> {
  /** False with `--no-format-check`. */
  readonly formatCheck: boolean;
}

/**
 * Runs all checks over the files of one search, the later ones also where an earlier one failed. Throws a `UsageError` or
 * an `InputError`.
 */
export async function ci(
  paths: readonly string[],
  { formatCheck, ...flags }: CiFlags,
  session: Session,
): Promise<ExitCode> {
  const plan = lintPlan(paths, { ...flags, prove: true }, session.io);
  if (plan.search.isStdin) throw new UsageError("vtl ci checks files: - is none", { hint: "vtl lint - reads stdin" });
  const project = await selectProject(plan.search, session, plan.configuration);
  const { lints, code: findings } = await lintSelected(project, plan, session);
  // What holds no template has no layout, and what could not be read was told.
  const holding = new Set(lints.flatMap(({ path, templates }) => (templates.length > 0 ? [path] : [])));
  const files = project.files.filter(({ path }) => holding.has(path));
  const layout = formatCheck ? await checkLayout({ ...project, files }, plan.configuration, session) : ExitCode.ok;
  const outputs = outputsOf({}, [...FORMATS.keys()], session.io.env);
  // A report of findings on stdout is a document: nothing else may get into it.
  const toStderr = printsDocument(plan.outputs, TEXT_FORMATS);
  const test = { paths, flags: { passWithNoTests: true }, outputs, choice: plan.configuration, toStderr };
  const tests = await testSelected(project, test, session);
  const failed = Object.entries({ findings, layout, tests }).flatMap(([name, code]) => (code === 0 ? [] : [name]));
  session.reporter.line(failed.length === 0 ? "vtl ci: passed" : `vtl ci: failed (${failed.join(", ")})`);
  return worse(worse(findings, layout), tests);
}
