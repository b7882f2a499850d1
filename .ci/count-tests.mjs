/** Prints how many tests of a vitest JSON report passed and failed; a file that could not be loaded is one failure. */
import { readFileSync } from "node:fs";

const report = JSON.parse(readFileSync(process.argv[2], "utf8"));
const brokenFiles = report.testResults.filter(
  ({ status, assertionResults }) => status === "failed" && !assertionResults.some((test) => test.status === "failed"),
);
console.log(report.numPassedTests, report.numFailedTests + brokenFiles.length);
