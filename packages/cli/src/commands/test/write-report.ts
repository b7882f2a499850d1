import { LineIndex } from "@apigw-vtl/compiler";
import type { Place } from "@apigw-vtl/testing/core";
import { pathInRepository, repositoryRoot } from "../../files/repository.js";
import { encodeUtf8 } from "../../io/encoding.js";
import { writeFile } from "../../io/write-file.js";
import type { ReportOutput } from "../../reports/outputs.js";
import type { Session } from "../../session.js";
import { paletteFor } from "../../terminal/palette.js";
import { FORMATS } from "./formats/index.js";
import type { ProjectHost } from "./project-host.js";
import type { TestReport } from "./test-report.js";

/** Width used where there is no terminal. */
const DEFAULT_COLUMNS = 100;

/** Writes a run's report in each format that is asked for; those without a file to stdout, or to stderr. */
export async function writeReport(
  report: TestReport,
  outputs: readonly ReportOutput[],
  { verbose, toStderr }: { readonly verbose: boolean; readonly toStderr: boolean },
  host: ProjectHost,
  session: Session,
): Promise<void> {
  const { io } = session;
  const stream = toStderr ? io.stderr : io.stdout;
  const root = await repositoryRoot(io.cwd, io);
  const lines = new Map<string, LineIndex>();
  const linesOf = (file: string): LineIndex => {
    const known = lines.get(file) ?? new LineIndex(host.textOf(file));
    lines.set(file, known);
    return known;
  };
  const context = {
    columns: stream.columns ?? DEFAULT_COLUMNS,
    verbose,
    textOf: (file: string) => host.textOf(file),
    inRepository: (path: string) => pathInRepository(path, root, io),
    linesOf: ({ file, range }: Place) => {
      const from = linesOf(file).position(range.start);
      const to = linesOf(file).position(range.end);
      return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
    },
  };
  for (const { format, path } of outputs) {
    const palette =
      path !== undefined ? paletteFor(false) : toStderr ? session.reporter.palette : session.stdoutPalette;
    const text = FORMATS.get(format)?.(report, { ...context, palette }) ?? "";
    if (path === undefined) stream.write(text);
    else await writeFile(session, { path, data: encodeUtf8(text) });
  }
}
