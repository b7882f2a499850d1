import { posix } from "node:path";
import { type LoadedSuite, runSuite } from "@apigw-vtl/testing/core";
import { Configurations } from "../../configuration/configurations.js";
import { configuredScope } from "../../configuration/configured-scope.js";
import { ExitCode, worse } from "../../exit-code.js";
import { InputError } from "../../failure.js";
import { slashed } from "../../files/file-path.js";
import { outputsOf, type ReportOutput } from "../../reports/outputs.js";
import type { Session } from "../../session.js";
import { findSuites, selectTests } from "./find-suites.js";
import { FORMATS } from "./formats/index.js";
import { ProjectHost } from "./project-host.js";
import type { TestFlags } from "./test-flags.js";
import { countsOf, type SuiteReport, type TestReport } from "./test-report.js";
import { writeReport } from "./write-report.js";

/** Runs `vtl test`. Throws `UsageError` and `InputError`; what does not pass is reported and gives the exit code. */
export async function test(paths: readonly string[], flags: TestFlags, session: Session): Promise<ExitCode> {
  const outputs = outputsOf(flags, [...FORMATS.keys()], session.io.env);
  const once = async () => {
    const folders = new Set<string>();
    const code = await runOnce(paths, flags, outputs, session, folders);
    return { folders, code };
  };
  if (!flags.watch) return (await once()).code;
  const { watchProject } = await import("../lint/watch-project.js");
  const written = outputs.flatMap(({ path }) => (path === undefined ? [] : [slashed(path)]));
  return watchProject(once, written, session);
}

async function runOnce(
  paths: readonly string[],
  flags: TestFlags,
  outputs: readonly ReportOutput[],
  session: Session,
  folders: Set<string>,
): Promise<ExitCode> {
  const started = session.io.now();
  const files = await selectTests(paths, flags, session, (path) => folders.add(path));
  for (const { path } of files) folders.add(posix.dirname(path));
  const scope = await configuredScope(paths, flags, session);
  const host = new ProjectHost(session, scope, new Configurations(flags, session.io, scope));
  const loaded = await findSuites(files, host);
  if (loaded.length === 0 && flags.passWithNoTests !== true) {
    throw new InputError(`no tests were found in ${paths.length === 0 ? "this folder" : paths.join(", ")}`, {
      hint: "a test is NAME.vtl.test.yaml, or an event-LABEL.json or NAME.LABEL.sample.json beside a template; see docs/testing.md",
    });
  }
  const suites = await runAll(loaded, flags, host);
  const updated = flags.update
    ? await (await import("./update-files.js")).updateFiles(suites, host, session)
    : undefined;
  const report: TestReport = { suites: updated?.suites ?? suites, milliseconds: session.io.now() - started };
  await writeReport(report, outputs, flags, host, session);
  const { failed, broken } = countsOf(report.suites);
  const outcome = broken > 0 ? ExitCode.usage : failed > 0 ? ExitCode.failed : ExitCode.ok;
  return worse(outcome, updated?.exit ?? ExitCode.ok);
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
