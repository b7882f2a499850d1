import { posix } from "node:path";
import { coverageOf, type LoadedSuite, percentOf, summaryOf } from "@apigw-vtl/testing/core";
import { ExitCode } from "../../exit-code.js";
import { absolutePath } from "../../files/file-path.js";
import { encodeUtf8 } from "../../io/encoding.js";
import { writeFile } from "../../io/write-file.js";
import type { Session } from "../../session.js";
import { COVERAGE_FORMATS } from "./coverage-formats.js";
import type { CoveragePlan } from "./coverage-plan.js";
import type { ProjectHost } from "./project-host.js";

/** Writes what the tests have reached, and tells whether it is enough. */
export async function reportCoverage(
  suites: readonly LoadedSuite[],
  { formats, folder, thresholds }: CoveragePlan,
  host: ProjectHost,
  isDocumentOnStdout: boolean,
  session: Session,
): Promise<ExitCode> {
  const { io, reporter, stdoutPalette } = session;
  const templates = suites.flatMap((suite) => ("subject" in suite ? suite.subject.templates : []));
  const files = coverageOf(templates, (file) => host.textOf(file));
  const context = {
    palette: isDocumentOnStdout ? reporter.palette : stdoutPalette,
    textOf: (file: string) => host.textOf(file),
    absolute: (file: string) => absolutePath(file, io),
    now: Date.now(),
  };
  for (const format of formats) {
    for (const { name, text } of COVERAGE_FORMATS.get(format)?.(files, context) ?? []) {
      if (name !== undefined) await writeFile(session, { path: posix.join(folder, name), data: encodeUtf8(text) });
      else (isDocumentOnStdout ? io.stderr : io.stdout).write(text);
    }
  }
  const summary = summaryOf(files);
  const failing = (["lines", "branches"] as const).filter((name) => percentOf(summary[name]) < (thresholds[name] ?? 0));
  for (const name of failing) {
    const { covered, total } = summary[name];
    reporter.problem({
      severity: "error",
      message: `${percentOf(summary[name])} % of the ${name} are reached (${covered} of ${total}), less than ${thresholds[name]} %`,
    });
  }
  return failing.length === 0 ? ExitCode.ok : ExitCode.failed;
}
