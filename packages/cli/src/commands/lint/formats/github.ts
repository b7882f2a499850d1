import { workflowCommand } from "../../../reports/workflow-command.js";
import type { FileReport } from "../file-lint.js";
import { type HostFinding, LEVELS } from "../host-finding.js";
import type { ReportFormat } from "./format.js";

const COMMANDS = { error: "error", warning: "warning", info: "notice" } as const;

/**
 * Commands of GitHub's workflows, which show findings beside the changed lines. Errors come first: GitHub shows ten of a
 * kind for a step.
 */
export const github: ReportFormat = (reports, { inRepository }) => {
  const all = reports.flatMap((report) => report.findings.map((finding) => ({ report, finding })));
  return LEVELS.flatMap((level) => all.filter(({ finding }) => finding.level === level))
    .map(({ report, finding }) => annotation(report, finding, inRepository))
    .join("");
};

function annotation(
  { path }: FileReport,
  { level, line, column, endLine, endColumn, ruleId, message }: HostFinding,
  inRepository: (path: string) => string,
): string {
  const properties = { file: inRepository(path), line, endLine, col: column, endColumn, title: ruleId };
  return workflowCommand(COMMANDS[level], properties, message);
}
