import type { LineRange } from "../../../project/project-files.js";
import { PROJECT_URL } from "../../../project-url.js";
import { jsonText } from "../../../terminal/printable.js";
import type { HostEdit, HostFinding } from "../host-finding.js";
import type { ReportFormat } from "./format.js";

const SEVERITIES = { error: "ERROR", warning: "WARNING", info: "INFO" } as const;

/** Reviewdog's Diagnostic Format. Its columns count bytes of UTF-8. */
export const rdjson: ReportFormat = async (reports) => {
  const { findingKind } = await import("../finding-kinds.js");
  const codeOf = (ruleId: string) => {
    const url = findingKind(ruleId)?.url;
    return { value: ruleId, ...(url !== undefined && { url }) };
  };
  const diagnostics = reports.flatMap(({ path, findings }) =>
    findings.map((finding) => ({
      message: finding.message,
      location: { path, range: rangeOf(finding) },
      severity: SEVERITIES[finding.level],
      code: codeOf(finding.ruleId),
      ...suggestionsOf(finding),
    })),
  );
  return jsonText({ source: { name: "vtl lint", url: PROJECT_URL }, diagnostics });
};

/** Each is offered by itself; a fix of several edits would be torn apart. */
function suggestionsOf({ fix, suggestions = [] }: HostFinding) {
  const whole = [...(fix ? [fix] : []), ...suggestions].filter(({ edits }) => edits.length === 1);
  const edits: readonly HostEdit[] = whole.flatMap((one) => one.edits);
  return edits.length === 0 ? {} : { suggestions: edits.map((edit) => ({ range: rangeOf(edit), text: edit.newText })) };
}

function rangeOf({ line, column, endLine, endColumn, byteColumn, endByteColumn }: LineRange) {
  return {
    start: { line, column: byteColumn ?? column },
    end: { line: endLine, column: endByteColumn ?? endColumn },
  };
}
