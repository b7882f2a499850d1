import { readFileSync } from "node:fs";

/**
 * How many tests of a vitest JSON report passed and failed; a file that could not be loaded is one failure.
 * @param {string} file
 */
export function countTests(file) {
  const report = JSON.parse(readFileSync(file, "utf8"));
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles.length };
}
