/** Holds what a coverage tool reports of branches.vtl, in the folder that is named, against what the test reaches, counted by hand. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

const report = JSON.parse(readFileSync(resolve(process.argv[2], "coverage-final.json"), "utf8"));
const { s, statementMap, b, branchMap, f } = report[resolve("branches.vtl")];
const reached = Object.entries(s).map(([i, hits]) => [statementMap[i].start.line, hits > 0]);
assert.deepEqual(
  reached.sort(([one], [other]) => one - other),
  [1, 2, 3, 4, 5, 6, 8, 9].map((line) => [line, line !== 6]),
);
const ways = Object.entries(b).map(([i, hits]) => [branchMap[i].loc.start.line, hits]);
const expected = [
  [3, [1, 0, 2]], // #if, #elseif, neither
  [3, [3, 1]], // the operands of &&
  [8, [2, 0, 1]], // no round, one, many
  [8, [1, 1]], // $foreach.hasNext
];
assert.deepEqual(
  ways.sort(([one], [other]) => one - other),
  expected,
);
assert.deepEqual(f, {});
// A template that no test imports is reported as well.
assert.deepEqual(Object.values(report[resolve("unused.vtl")].s), [0]);
