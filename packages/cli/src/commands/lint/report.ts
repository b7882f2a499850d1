import { ExitCode } from "../../exit-code.js";
import { pathInRepository, repositoryRoot } from "../../files/repository.js";
import { decodeUtf8, encodeUtf8 } from "../../io/encoding.js";
import { writeIntoFolder } from "../../io/write-output.js";
import type { ReportOutput } from "../../reports/outputs.js";
import type { Session } from "../../session.js";
import { counted } from "../../terminal/counted.js";
import { paletteFor } from "../../terminal/palette.js";
import { baselineText, readBaseline } from "./baseline.js";
import { type FileLint, type FileReport, fileReports } from "./file-lint.js";
import { FORMATS, TEXT_FORMATS } from "./formats/index.js";
import { fixes, LEVELS, type LintFlags, proves } from "./lint-flags.js";
import { proofReport } from "./proof-report.js";
import { runSummary, templatesOf } from "./run-summary.js";
import { writeWitnesses } from "./witness-files.js";

const UNCOLOURED = paletteFor(false);

/** Writes all that a run has to say, and tells whether it is good enough. */
export async function report(
  lints: readonly FileLint[],
  flags: LintFlags,
  outputs: readonly ReportOutput[],
  session: Session,
): Promise<ExitCode> {
  const { io, reporter } = session;
  const all = fileReports(lints);
  if (flags.baseline !== undefined && flags.updateBaseline) {
    await writeIntoFolder(session, flags.baseline, encodeUtf8(baselineText(all, flags.baseline, io)));
    reporter.line(`${flags.baseline} written`);
    return ExitCode.ok;
  }
  const baseline = flags.baseline === undefined ? undefined : await readBaseline(flags.baseline, io);
  const reports = baseline === undefined ? all : all.map((one) => baseline.apply(one));
  await writeOutputs(flags.quiet ? reports.map(errorsOnly) : reports, outputs, flags, session);
  if (flags.witness !== undefined) {
    const files = await writeWitnesses(reports, flags.witness, session);
    reporter.line(`${counted(files.length, "request")} written to ${flags.witness}`);
  }
  const summary = runSummary(lints, reports);
  if (templatesOf(reports).length > 0 || !flags.errorOnNoTemplates) {
    reporter.line(summary);
    return exitCodeOf(reports, flags);
  }
  reporter.problem({ severity: "error", message: summary, hint: "name files or folders that hold templates" });
  return ExitCode.failed;
}

async function writeOutputs(
  reports: readonly FileReport[],
  outputs: readonly ReportOutput[],
  flags: LintFlags,
  session: Session,
): Promise<void> {
  const { io, reporter, stdoutPalette } = session;
  // A fixed stdin and a patch are documents of their own: findings must not get among them.
  const documentOnStdout = fixes(flags) && (flags.stdin === true || flags.fixDryRun === true);
  const stream = documentOnStdout ? io.stderr : io.stdout;
  const palette = stream === io.stdout ? stdoutPalette : reporter.palette;
  const root = await repositoryRoot(io.cwd, io);
  const context = {
    inRepository: (path: string) => pathInRepository(path, root, io),
    readPage: async (asset: string) => decodeUtf8(await io.readAsset(asset), asset),
    withSuppressed: flags.reportSuppressed === true,
  };
  for (const { format, path } of outputs) {
    const write = FORMATS.get(format);
    const text = (await write?.(reports, { ...context, palette: path === undefined ? palette : UNCOLOURED })) ?? "";
    if (path === undefined) stream.write(text);
    else await writeIntoFolder(session, path, encodeUtf8(text));
  }
  if (!proves(flags)) return;
  const machineReads = outputs.some(({ format, path }) => path === undefined && !TEXT_FORMATS.has(format));
  (machineReads ? io.stderr : stream).write(proofReport(reports));
}

function errorsOnly(one: FileReport): FileReport {
  return { ...one, findings: one.findings.filter(({ level }) => level === "error") };
}

function exitCodeOf(reports: readonly FileReport[], { failOn, maxWarnings }: LintFlags): ExitCode {
  const findings = reports.flatMap((one) => one.findings);
  const failing = LEVELS.slice(0, LEVELS.indexOf(failOn) + 1);
  const warnings = findings.filter(({ level }) => level === "warning").length;
  const failed = findings.some(({ level }) => failing.includes(level));
  return failed || warnings > (maxWarnings ?? Number.POSITIVE_INFINITY) ? ExitCode.failed : ExitCode.ok;
}
