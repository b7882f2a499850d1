import { withoutControls } from "../../report/markup.js";
import type { FileCoverage } from "../coverage.js";
import { summaryOf } from "../coverage.js";

/** The tracefile of lcov, which most services for coverage read. */
export function lcov(files: readonly FileCoverage[]): string {
  return files.map(record).join("");
}

function record(coverage: FileCoverage): string {
  const { lines, branches } = summaryOf([coverage]);
  const ways = coverage.branches.flatMap((branch, block) => {
    const isReached = branch.ways.some(({ hits }) => hits > 0);
    // Nothing is known of the ways of what was never come to.
    return branch.ways.map(({ line, hits }, i) => `BRDA:${line},${block},${i},${isReached ? hits : "-"}`);
  });
  return [
    "TN:",
    // A record ends with its line, and knows no escapes.
    `SF:${withoutControls(coverage.file).replaceAll("\n", "\ufffd")}`,
    ...ways,
    `BRF:${branches.total}`,
    `BRH:${branches.covered}`,
    ...[...coverage.lines].map(([line, hits]) => `DA:${line},${hits}`),
    `LF:${lines.total}`,
    `LH:${lines.covered}`,
    "end_of_record\n",
  ].join("\n");
}
