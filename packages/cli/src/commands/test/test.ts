import { findSuites, type LoadedSuite, runSuite } from "@apigw-vtl/testing/core";
import { type ConfigurationChoice, configurationChoice } from "../../configuration/configuration-choice.js";
import { Configurations } from "../../configuration/configurations.js";
import { ExitCode, worse } from "../../exit-code.js";
import { InputError, UsageError } from "../../failure.js";
import { slashed } from "../../files/file-path.js";
import type { SelectedFile } from "../../files/find-files.js";
import { projectSearch, type SelectedProject, selectProject } from "../../project/select-project.js";
import { outputsOf, printsDocument, type ReportOutput } from "../../reports/outputs.js";
import type { Session } from "../../session.js";
import { type CoveragePlan, coveragePlan } from "./coverage-plan.js";
import { FORMATS, TEXT_FORMATS } from "./formats/index.js";
import { ProjectHost } from "./project-host.js";
import type { TestFlags } from "./test-flags.js";
import { countsOf, type SuiteReport, type TestReport } from "./test-report.js";
import { writeReport } from "./write-report.js";

/** Runs `vtl test`. Throws `UsageError` and `InputError`; what does not pass is reported and gives the exit code. */
export async function test(paths: readonly string[], flags: TestFlags, session: Session): Promise<ExitCode> {
  const outputs = outputsOf(flags, [...FORMATS.keys()], session.io.env);
  const search = projectSearch(paths, flags);
  if (search.isStdin) throw new UsageError("tests are files: - is none");
  if (flags.generate && flags.watch) throw new UsageError("--generate writes files once: --watch means nothing");
  const choice = configurationChoice(flags, session.io);
  const once = async () => {
    const selected = await selectProject(search, session, choice);
    return {
      folders: selected.folders,
      code: await testSelected(selected, { paths, flags, outputs, choice }, session),
    };
  };
  if (!flags.watch) return (await once()).code;
  const { watchProject } = await import("../lint/watch-project.js");
  const written = outputs.flatMap(({ path }) => (path === undefined ? [] : [slashed(path)]));
  return watchProject(once, written, session);
}

/** What is to be done with what the tests are. */
export interface TestPlan {
  /** As the command line has them. */
  readonly paths: readonly string[];
  readonly flags: TestFlags;
  readonly outputs: readonly ReportOutput[];
  readonly choice: ConfigurationChoice;
  /** Whether the report for people goes to stderr, since stdout has a document of another command. */
  readonly toStderr?: boolean;
}

interface TestRun extends TestPlan {
  readonly coverage: CoveragePlan | undefined;
}

/** Runs the tests in and about the files, and reports what comes of them. Throws an `InputError`. */
export async function testSelected(
  { files, scope }: SelectedProject,
  plan: TestPlan,
  session: Session,
): Promise<ExitCode> {
  const configurations = new Configurations(plan.choice, session.io, scope);
  const coverage = await coveragePlan(plan.flags, configurations, session);
  const host = new ProjectHost(session, scope, { configurations, counts: coverage !== undefined });
  if (!plan.flags.generate) return runOnce(files, { ...plan, coverage }, host, session);
  const { generateTests } = await import("./generate-tests.js");
  return generateTests(files, host, session);
}

async function runOnce(
  files: readonly SelectedFile[],
  { paths, flags, outputs, coverage, toStderr = false }: TestRun,
  host: ProjectHost,
  session: Session,
): Promise<ExitCode> {
  const started = session.io.now();
  const loaded = await findSuites(files, host);
  if (loaded.length === 0 && flags.passWithNoTests !== true) {
    throw new InputError(`no tests were found in ${paths.length === 0 ? "this folder" : paths.join(", ")}`, {
      hint:
        "vtl test --generate writes first ones for templates; a test is NAME.vtl.test.yaml, or an event-LABEL.json or " +
        "NAME.LABEL.sample.json beside a template; see docs/testing.md",
    });
  }
  const suites = await runAll(loaded, flags, host);
  const updated = flags.update
    ? await (await import("./update-files.js")).updateFiles(suites, host, session)
    : undefined;
  const report: TestReport = { suites: updated?.suites ?? suites, milliseconds: session.io.now() - started };
  await writeReport(report, outputs, { verbose: flags.verbose === true, toStderr }, host, session);
  const reached = coverage === undefined ? ExitCode.ok : await coverageCode(loaded, coverage, outputs, host, session);
  const { failed, broken } = countsOf(report.suites);
  const outcome = broken > 0 ? ExitCode.usage : failed > 0 ? ExitCode.failed : ExitCode.ok;
  return worse(worse(outcome, reached), updated?.exit ?? ExitCode.ok);
}

async function coverageCode(
  loaded: readonly LoadedSuite[],
  plan: CoveragePlan,
  outputs: readonly ReportOutput[],
  host: ProjectHost,
  session: Session,
): Promise<ExitCode> {
  const { reportCoverage } = await import("./report-coverage.js");
  return reportCoverage(loaded, plan, host, printsDocument(outputs, TEXT_FORMATS), session);
}

async function runAll(
  loaded: readonly LoadedSuite[],
  { name, bail = false }: TestFlags,
  host: ProjectHost,
): Promise<readonly SuiteReport[]> {
  const isWanted = (full: string): boolean => name === undefined || name.some((part) => full.includes(part));
  const reports: SuiteReport[] = [];
  for (const suite of loaded) {
    const { file } = suite;
    const report =
      "problems" in suite
        ? { file, problems: suite.problems, results: [] }
        : { file, problems: [], results: await runSuite(suite, host, { isWanted, bail }) };
    reports.push(report);
    const { failed, broken } = countsOf([report]);
    if (bail && failed + broken > 0) break;
  }
  return reports;
}
