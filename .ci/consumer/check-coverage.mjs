/**
 * Holds what coverage tools report of branches.vtl, in the folders that are named, against what the test reaches, counted by
 * hand. Of several folders the reports are merged: what is in each is then in the sum as often.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import coverage from "istanbul-lib-coverage";

const folders = process.argv.slice(2);
const merged = coverage.createCoverageMap({});
for (const folder of folders) merged.merge(JSON.parse(readFileSync(resolve(folder, "coverage-final.json"), "utf8")));
const { s, statementMap, b, branchMap, f } = merged.fileCoverageFor(resolve("branches.vtl")).data;
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
  expected.map(([line, hits]) => [line, hits.map((times) => times * folders.length)]),
);
assert.deepEqual(f, {});
// A template that no test imports is reported as well.
assert.deepEqual(Object.values(merged.fileCoverageFor(resolve("unused.vtl")).data.s), [0]);
