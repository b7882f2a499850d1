import { markupAttributes } from "@apigw-vtl/testing/core";
import type { FileReport } from "../file-lint.js";
import type { ReportFormat } from "./format.js";

/** The XML of Checkstyle, which many CI systems read. */
export const checkstyle: ReportFormat = (reports) =>
  `<?xml version="1.0" encoding="utf-8"?>\n<checkstyle version="4.3">\n${reports.map(fileElement).join("")}</checkstyle>\n`;

function fileElement({ path, findings }: FileReport): string {
  const errors = findings.map(({ line, column, level, message, ruleId }) => {
    const attributes = { line, column, severity: level, message, source: `vtl.${ruleId}` };
    return `    <error${markupAttributes(attributes)}/>\n`;
  });
  return `  <file${markupAttributes({ name: path })}>\n${errors.join("")}  </file>\n`;
}
