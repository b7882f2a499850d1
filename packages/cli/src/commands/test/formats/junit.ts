import { type CaseResult, failureText, markupAttributes, markupText } from "@apigw-vtl/testing/core";
import { countsOf, type SuiteReport } from "../test-report.js";
import type { FormatContext, ReportFormat } from "./format.js";

/** JUnit's XML: a suite for each file, a test for each case. */
export const junit: ReportFormat = ({ suites, milliseconds }, context) => {
  const elements = suites.map((suite) => suiteElement(suite, context)).join("");
  const attributes = markupAttributes({ name: "vtl test", ...counts(suites), time: seconds(milliseconds) });
  return `<?xml version="1.0" encoding="utf-8"?>\n<testsuites${attributes}>\n${elements}</testsuites>\n`;
};

function suiteElement(suite: SuiteReport, context: FormatContext): string {
  const { file, problems, results } = suite;
  const time = results.reduce((sum, result) => sum + result.milliseconds, 0);
  const attributes = markupAttributes({ name: file, ...counts([suite]), time: seconds(time) });
  const unreadable =
    problems.length === 0
      ? ""
      : testElement(file, file, 0, `      <error${markupAttributes({ message: problems[0]?.message ?? "" })}/>\n`);
  const cases = results.map((result) =>
    testElement(file, result.name, result.milliseconds, outcomeElement(result, context)),
  );
  return `  <testsuite${attributes}>\n${unreadable}${cases.join("")}  </testsuite>\n`;
}

function testElement(file: string, name: string, milliseconds: number, inside: string): string {
  const attributes = markupAttributes({ name, classname: file, time: seconds(milliseconds) });
  return inside === "" ? `    <testcase${attributes}/>\n` : `    <testcase${attributes}>\n${inside}    </testcase>\n`;
}

function outcomeElement({ outcome, failures }: CaseResult, context: FormatContext): string {
  if (outcome === "passed") return "";
  const element = outcome === "failed" ? "failure" : "error";
  const text = failures.map((failure) => failureText(failure, context.linesOf)).join("\n\n");
  return `      <${element}${markupAttributes({ message: failures[0]?.message ?? "" })}>${markupText(text)}</${element}>\n`;
}

function counts(suites: readonly SuiteReport[]): Readonly<Record<"tests" | "failures" | "errors", number>> {
  const { passed, failed, broken } = countsOf(suites);
  return { tests: passed + failed + broken, failures: failed, errors: broken };
}

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(3);
