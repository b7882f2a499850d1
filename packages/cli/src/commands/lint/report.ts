import { ExitCode, worse } from "../../exit-code.js";
import { pathInRepository, repositoryRoot } from "../../files/repository.js";
import { decodeUtf8, encodeUtf8 } from "../../io/encoding.js";
import { writeFile } from "../../io/write-file.js";
import { printsDocument } from "../../reports/outputs.js";
import type { Session } from "../../session.js";
import { counted } from "../../terminal/counted.js";
import { paletteFor } from "../../terminal/palette.js";
import { type Baseline, baselineText } from "./baseline.js";
import type { CheckedProject } from "./check.js";
import { type FileReport, fileReports } from "./file-lint.js";
import { FORMATS, TEXT_FORMATS } from "./formats/index.js";
import type { LintPlan } from "./lint-plan.js";
import { proofReport } from "./proof-report.js";
import { runSummary, templatesOf } from "./run-summary.js";
import { sourceTexts } from "./source-texts.js";
import { writeWitnesses } from "./witness-files.js";
import type { writeFixes } from "./write-fixes.js";

const UNCOLOURED = paletteFor(false);

/** Writes all that a run has to say, and tells whether it is good enough. */
export async function report(
  checked: CheckedProject,
  plan: LintPlan,
  session: Session,
  baseline?: Baseline,
): Promise<ExitCode> {
  const written = plan.fixing === undefined ? ExitCode.ok : await writeFixed(checked, plan.fixing, session);
  const all = fileReports(checked.lints);
  if (plan.baseline?.task === "replace") {
    await writeBaseline(baselineText(all, plan.baseline.path, session.io), plan.baseline.path, session);
    return written;
  }
  const reports = baseline === undefined ? all : all.map((one) => baseline.apply(one));
  const unused = baseline?.unused(checked.project, plan.proves);
  if (unused !== undefined && unused.report.findings.length > 0) {
    if (plan.baseline?.task === "prune") await writeBaseline(unused.pruned, plan.baseline.path, session);
    else reports.push(unused.report);
  }
  await writeOutputs(plan.errorsOnly ? reports.map(errorsAlone) : reports, checked, plan, session);
  if (plan.witness !== undefined) {
    const files = await writeWitnesses(reports, plan.witness, session);
    session.reporter.line(`${counted(files.length, "request")} written to ${plan.witness}`);
  }
  const summary = runSummary(checked.lints, reports);
  if (plan.needsTemplates && templatesOf(reports).length === 0) {
    const hint = "name files or folders that hold templates";
    session.reporter.problem({ severity: "error", message: summary, hint });
    return worse(written, ExitCode.failed);
  }
  session.reporter.line(summary);
  return worse(written, exitCodeOf(reports, plan));
}

async function writeBaseline(text: string, path: string, session: Session): Promise<void> {
  await writeFile(session, { path, data: encodeUtf8(text) });
  session.reporter.line(`${path} written`);
}

async function writeOutputs(
  reports: readonly FileReport[],
  { project, fixed }: CheckedProject,
  { outputs, hasDocument, withSuppressed, proves }: LintPlan,
  session: Session,
): Promise<void> {
  const { io, reporter, stdoutPalette } = session;
  // Findings must not get among the lines of a document.
  const stream = hasDocument ? io.stderr : io.stdout;
  const palette = hasDocument ? reporter.palette : stdoutPalette;
  const root = await repositoryRoot(io.cwd, io);
  const context = {
    inRepository: (path: string) => pathInRepository(path, root, io),
    readPage: async (asset: string) => decodeUtf8(await io.readAsset(asset), asset),
    withSuppressed,
    textOf: sourceTexts(project, fixed, io),
  };
  for (const { format, path } of outputs) {
    const write = FORMATS.get(format);
    const columns = path === undefined ? stream.columns : undefined;
    const text =
      (await write?.(reports, { ...context, columns, palette: path === undefined ? palette : UNCOLOURED })) ?? "";
    if (path === undefined) stream.write(text);
    else await writeFile(session, { path, data: encodeUtf8(text) });
  }
  if (!proves) return;
  (printsDocument(outputs, TEXT_FORMATS) ? io.stderr : stream).write(proofReport(reports));
}

function errorsAlone(one: FileReport): FileReport {
  return { ...one, findings: one.findings.filter(({ level }) => level === "error") };
}

function exitCodeOf(reports: readonly FileReport[], { failing, mostWarnings }: LintPlan): ExitCode {
  const findings = reports.flatMap((one) => one.findings);
  const warnings = findings.filter(({ level }) => level === "warning").length;
  const failed = findings.some(({ level }) => failing.includes(level));
  return failed || warnings > mostWarnings ? ExitCode.failed : ExitCode.ok;
}

const writeFixed: typeof writeFixes = async (...fixes) => (await import("./write-fixes.js")).writeFixes(...fixes);
