import { markupAttributes, markupText } from "@apigw-vtl/testing/core";
import type { FileReport } from "../file-lint.js";
import type { HostFinding } from "../host-finding.js";
import type { ReportFormat } from "./format.js";

/** JUnit's XML: a suite for each file, a failed test for each rule that found something there. */
export const junit: ReportFormat = (reports) => {
  const suites = reports.map(suiteOf);
  const sum = (count: (suite: Suite) => number) => suites.reduce((total, suite) => total + count(suite), 0);
  const counts = { tests: sum(({ tests }) => tests), failures: sum(({ failures }) => failures), errors: 0 };
  const elements = suites.map(({ element }) => element).join("");
  const attributes = markupAttributes({ name: "vtl lint", ...counts });
  return `<?xml version="1.0" encoding="utf-8"?>\n<testsuites${attributes}>\n${elements}</testsuites>\n`;
};

interface Suite {
  readonly tests: number;
  readonly failures: number;
  readonly element: string;
}

function suiteOf({ path, findings }: FileReport): Suite {
  const byRule = new Map<string, HostFinding[]>();
  for (const finding of findings) byRule.set(finding.ruleId, [...(byRule.get(finding.ruleId) ?? []), finding]);
  const failed = [...byRule].map(([ruleId, ofRule]) => failedTest(path, ruleId, ofRule));
  // A suite without a test would be shown as one that did not run.
  const cases =
    failed.length > 0 ? failed : [`    <testcase${markupAttributes({ name: "vtl lint", classname: path })}/>\n`];
  const counts = { tests: cases.length, failures: failed.length };
  const attributes = markupAttributes({ name: path, ...counts, errors: 0 });
  return { ...counts, element: `  <testsuite${attributes}>\n${cases.join("")}  </testsuite>\n` };
}

function failedTest(path: string, ruleId: string, findings: readonly HostFinding[]): string {
  const [first] = findings;
  const failure = markupAttributes({ message: first?.message ?? "", type: first?.level ?? "" });
  const lines = findings.map(({ line, column, level, message }) => `${path}:${line}:${column}: ${level}: ${message}\n`);
  const test = markupAttributes({ name: ruleId, classname: path });
  return `    <testcase${test}>\n      <failure${failure}>${markupText(lines.join(""))}</failure>\n    </testcase>\n`;
}
