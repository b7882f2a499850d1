import { BranchCoverage, FileCoverage, Range, StatementCoverage, TestCoverageCount, Uri } from "vscode";
import { toRange } from "../client/ranges.js";
import type { ReachedFile, ReachedLine } from "../test-run/tests-requests.js";

/** What a run has reached of a file; its lines are shown when the file is. */
export class ReachedFileCoverage extends FileCoverage {
  readonly details: readonly StatementCoverage[];

  constructor({ uri, statements }: ReachedFile) {
    const ways = statements.flatMap((statement) => statement.ways);
    super(Uri.parse(uri), countOf(statements), ways.length === 0 ? undefined : countOf(ways));
    this.details = statements.map(statementOf);
  }
}

function countOf(counted: readonly { readonly hits: number }[]): TestCoverageCount {
  return new TestCoverageCount(counted.filter(({ hits }) => hits > 0).length, counted.length);
}

function statementOf({ line, hits, ways }: ReachedLine): StatementCoverage {
  const branches = ways.map((way) => new BranchCoverage(way.hits, toRange(way.range), way.label));
  return new StatementCoverage(hits, new Range(line, 0, line, Number.MAX_SAFE_INTEGER), branches);
}
