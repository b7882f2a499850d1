import { type CaseResult, isUpdatable, updatesOf } from "@apigw-vtl/testing/core";
import type { ExitCode } from "../../exit-code.js";
import { encodeUtf8 } from "../../io/encoding.js";
import type { FileWrite } from "../../io/write-file.js";
import { writeFiles } from "../../io/write-files.js";
import type { Session } from "../../session.js";
import type { ProjectHost } from "./project-host.js";
import type { SuiteReport } from "./test-report.js";

/**
 * Writes what came out as what is expected. A case passes then whose every failure was that; one that fails in another way too
 * stays as it is.
 */
export async function updateFiles(
  suites: readonly SuiteReport[],
  host: ProjectHost,
  session: Session,
): Promise<{ readonly suites: readonly SuiteReport[]; readonly exit: ExitCode }> {
  const writes: FileWrite[] = [];
  const results = suites.flatMap((suite) => suite.results);
  for (const { path, text } of updatesOf(results, (file) => host.textOf(file))) {
    if (text === undefined) {
      session.reporter.problem({
        severity: "warning",
        message: `${path} cannot say what came out in the place of what is expected, and is left as it is`,
        hint: "put what is expected into a file of its own: { $file: NAME }",
      });
      continue;
    }
    const expected = host.has(path) ? encodeUtf8(host.textOf(path)) : "absent";
    writes.push({ path, data: encodeUtf8(text), expected });
  }
  const { written, exit } = await writeFiles(writes, session);
  for (const path of written) session.reporter.line(`${path} updated`);
  const done = new Set(written);
  const passed = (result: CaseResult): CaseResult =>
    isUpdatable(result) && result.updates.every(({ file }) => done.has(file))
      ? { ...result, outcome: "passed", failures: [] }
      : result;
  return { suites: suites.map((suite) => ({ ...suite, results: suite.results.map(passed) })), exit };
}
