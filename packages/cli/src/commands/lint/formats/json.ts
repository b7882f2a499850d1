import type { TextEdit } from "@apigw-vtl/definitions";
import { jsonText } from "../../../terminal/printable.js";
import type { FileReport } from "../file-lint.js";
import type { HostFinding } from "../host-finding.js";
import type { ReportFormat } from "./format.js";

/** `{version: 1, files}`, a file for each that holds templates. Offsets from 0, lines and columns from 1, UTF-16 units. */
export const json: ReportFormat = (reports) => jsonText({ version: 1, files: reports.map(jsonFile) });

function jsonFile({ path, findings, suppressed, templates }: FileReport) {
  const count = (level: HostFinding["level"]) => findings.filter((finding) => finding.level === level).length;
  return {
    filePath: path,
    messages: findings.map(jsonMessage),
    suppressedMessages: suppressed.map(({ suppressedBy, reason, ...finding }) => ({
      ...jsonMessage(finding),
      suppressions: [{ kind: suppressedBy, justification: reason }],
    })),
    errorCount: count("error"),
    warningCount: count("warning"),
    infoCount: count("info"),
    fixableCount: findings.filter(({ fix }) => fix !== undefined).length,
    proofs: templates.flatMap(({ line, column, address, proof }) =>
      proof === undefined ? [] : [{ line, column, address, ...proof }],
    ),
  };
}

function jsonMessage(found: HostFinding) {
  const {
    level,
    fix,
    suggestions = [],
    start,
    end,
    excerpt: _,
    byteColumn: _from,
    endByteColumn: _to,
    ...finding
  } = found;
  return {
    ...finding,
    severity: level,
    range: [start, end],
    ...(fix && { fix: { safe: fix.safe, edits: fix.edits.map(jsonEdit) } }),
    suggestions: suggestions.map(({ title, edits }) => ({ title, edits: edits.map(jsonEdit) })),
  };
}

const jsonEdit = ({ start, end, newText }: TextEdit) => ({ range: [start, end], text: newText });
