import { counted } from "../../../terminal/counted.js";
import { printable, printableLine } from "../../../terminal/printable.js";
import type { HostFinding } from "../host-finding.js";
import type { ReportFormat } from "./format.js";

/** Findings under the names of their files, for people, and how many there are. */
export const stylish: ReportFormat = (reports, { palette }) => {
  const withFindings = reports.filter(({ findings }) => findings.length > 0);
  const all = withFindings.flatMap(({ findings }) => findings);
  if (all.length === 0) return "";
  const width = Math.max(...all.map((finding) => placeOf(finding).length));
  const files = withFindings.map(({ path, findings }) => {
    const lines = findings.map((finding) => {
      const { level, message, ruleId } = finding;
      const paint = level === "error" ? palette.error : level === "warning" ? palette.warning : palette.note;
      const place = palette.faint(placeOf(finding).padEnd(width));
      return `  ${place}  ${paint(level.padEnd("warning".length))}  ${printableLine(message)}  ${palette.faint(printableLine(ruleId))}\n`;
    });
    return `${palette.strong(printable(path))}\n${lines.join("")}\n`;
  });
  return files.join("") + palette.strong(summary(all));
};

const placeOf = ({ line, column }: HostFinding): string => `${line}:${column}`;

function summary(findings: readonly HostFinding[]): string {
  const ofLevel = (level: HostFinding["level"]) => findings.filter((finding) => finding.level === level).length;
  const parts = [counted(ofLevel("error"), "error"), counted(ofLevel("warning"), "warning"), `${ofLevel("info")} info`];
  const lines = [`✖ ${counted(findings.length, "problem")} (${parts.join(", ")})`];
  const fixable = findings.filter(({ fix }) => fix?.safe).length;
  if (fixable > 0) lines.push(`  ${fixable} fixable with the --fix option`);
  const unsafe = findings.filter(({ fix }) => fix?.safe === false).length;
  if (unsafe > 0) lines.push(`  ${unsafe} fixable with the --fix-unsafe option`);
  return `${lines.join("\n")}\n`;
}
