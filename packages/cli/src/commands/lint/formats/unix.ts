import { printableLine } from "../../../terminal/printable.js";
import type { ReportFormat } from "./format.js";

/** `file:line:column: level: message [rule]`, a line each, as compilers print and editors read. */
export const unix: ReportFormat = (reports) =>
  reports
    .flatMap(({ path, findings }) =>
      findings.map(({ line, column, level, message, ruleId }) => {
        const text = `${path}:${line}:${column}: ${level}: ${message} [${ruleId}]`;
        return `${printableLine(text)}\n`;
      }),
    )
    .join("");
