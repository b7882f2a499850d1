/** Tests of mapping templates: what test files say, and what comes of their cases. Runs in any JavaScript engine. */
export type { TestCase, TestFile, TestFileProblem } from "./case-file/test-case.js";
export type { JsonDifference } from "./compare/json-differences.js";
export { type CoverageSummary, type FileCoverage, percentOf, summaryOf } from "./coverage/coverage.js";
export { coverageOf } from "./coverage/coverage-of.js";
export { cobertura } from "./coverage/reports/cobertura.js";
export { htmlReport } from "./coverage/reports/html.js";
export { istanbul } from "./coverage/reports/istanbul.js";
export { lcov } from "./coverage/reports/lcov.js";
export { coverageRows, missedOf } from "./coverage/reports/text-table.js";
export { failureText, type LineOf, placeText } from "./report/failure-text.js";
export type { CaseFailure, CaseResult, NewExpectation, Place } from "./run/case-result.js";
export { type RunOptions, runSuite } from "./run/run-suite.js";
export type { TestHost } from "./run/test-host.js";
export { isSampleName, loadSamples } from "./suites/load-samples.js";
export { hasTemplateTests, isTestFile, loadTestFile } from "./suites/load-test-file.js";
export type { LoadedSuite, PlannedCase, SuiteProblem, TestSuite } from "./suites/test-suite.js";
export { updatedFile } from "./update/updated-file.js";
