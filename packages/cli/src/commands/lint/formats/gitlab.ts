import { digestOf } from "../../../files/digest.js";
import { jsonText } from "../../../terminal/printable.js";
import { numbered } from "./fingerprint.js";
import type { ReportFormat } from "./format.js";

const SEVERITIES = { error: "major", warning: "minor", info: "info" } as const;

/** GitLab's Code Quality report: findings with fingerprints, by which it tells new ones from old. */
export const gitlab: ReportFormat = (reports, { inRepository }) => {
  const findings = reports.flatMap(({ path, findings }) => {
    const file = inRepository(path);
    return numbered(findings).map(({ finding, number }) => ({
      description: finding.message,
      check_name: finding.ruleId,
      fingerprint: digestOf(JSON.stringify([file, finding.ruleId, finding.excerpt, number])),
      severity: SEVERITIES[finding.level],
      location: { path: file, lines: { begin: finding.line, end: finding.endLine } },
    }));
  });
  return jsonText(findings);
};
