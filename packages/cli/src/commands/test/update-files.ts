import { type CaseResult, type NewExpectation, updatedFile } from "@apigw-vtl/testing/core";
import type { ExitCode } from "../../exit-code.js";
import { encodeUtf8 } from "../../io/encoding.js";
import { type FileWrite, writeFiles } from "../../io/write-files.js";
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
  const byFile = new Map<string, NewExpectation[]>();
  for (const update of suites.flatMap(({ results }) => results.filter(isUpdatable)).flatMap(({ updates }) => updates)) {
    byFile.set(update.file, [...(byFile.get(update.file) ?? []), update]);
  }
  const writes: FileWrite[] = [];
  for (const [path, updates] of byFile) {
    const text = updatedFile(path, host.textOf(path), updates);
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

const isUpdatable = ({ failures, updates }: CaseResult): boolean =>
  updates.length > 0 && updates.length === failures.length;
