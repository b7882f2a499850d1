import { counted } from "../../../terminal/counted.js";
import { printable, printableLine } from "../../../terminal/printable.js";
import { DEFAULT_COLUMNS } from "../../../terminal/reporter.js";
import { sourceFrame } from "../../../terminal/source-frame.js";
import { wrapText } from "../../../terminal/wrap-text.js";
import type { HostFinding } from "../host-finding.js";
import type { FormatContext, ReportFormat } from "./format.js";

/** Findings under the names of their files, for people, each with its line of the file, and how many there are. */
export const stylish: ReportFormat = async (reports, context) => {
  const withFindings = reports.filter(({ findings }) => findings.length > 0);
  const all = withFindings.flatMap(({ findings }) => findings);
  if (all.length === 0) return "";
  const width = Math.max(...all.map((finding) => placeOf(finding).length));
  let text = "";
  for (const { path, findings } of withFindings) {
    const source = await context.textOf(path);
    const blocks = findings.map((finding) => findingBlock(finding, source, width, context));
    text += `${context.palette.strong(printable(path))}\n${blocks.join("")}\n`;
  }
  return text + context.palette.strong(summary(all));
};

const placeOf = ({ line, column }: HostFinding): string => `${line}:${column}`;

function findingBlock(
  finding: HostFinding,
  source: string | undefined,
  width: number,
  { palette, columns }: FormatContext,
): string {
  const { level, message } = finding;
  const rule = printableLine(finding.ruleId);
  const paint = level === "error" ? palette.error : level === "warning" ? palette.warning : palette.note;
  const edge = "  ";
  const margin = edge.length + width + edge.length + "warning".length + edge.length;
  const place = palette.faint(placeOf(finding).padEnd(width));
  const told = wrapText(`${printableLine(message)}  ${rule}`, columns, " ".repeat(margin));
  const line = `${edge}${place}${edge}${paint(level.padEnd("warning".length))}${edge}${told.slice(0, -rule.length)}${palette.faint(rule)}\n`;
  if (source === undefined) return line;
  const frame = sourceFrame(source, finding, { palette, paint, columns: (columns ?? DEFAULT_COLUMNS) - edge.length });
  return line + frame.map((each) => `${edge}${each}\n`).join("");
}

function summary(findings: readonly HostFinding[]): string {
  const ofLevel = (level: HostFinding["level"]) => findings.filter((finding) => finding.level === level).length;
  const parts = [counted(ofLevel("error"), "error"), counted(ofLevel("warning"), "warning"), `${ofLevel("info")} info`];
  const lines = [`✖ ${counted(findings.length, "problem")} (${parts.join(", ")})`];
  const fixable = findings.filter(({ fix }) => fix?.safe).length;
  if (fixable > 0) lines.push(`  ${fixable} fixable with the --fix option`);
  const unsafe = findings.filter(({ fix }) => fix?.safe === false).length;
  if (unsafe > 0) lines.push(`  ${unsafe} fixable with the --fix-unsafe option`);
  const [rule, another] = new Set(findings.map(({ ruleId }) => ruleId));
  lines.push(`  vtl lint --explain ${another === undefined ? rule : "RULE"} tells why, and what to do`);
  return `${lines.join("\n")}\n`;
}
