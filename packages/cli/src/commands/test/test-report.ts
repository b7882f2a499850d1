import type { CaseResult, SuiteProblem } from "@apigw-vtl/testing/core";

/** What came of the tests of a file. */
export interface SuiteReport {
  /** The test file, or the one that has samples beside it. */
  readonly file: string;
  readonly results: readonly CaseResult[];
  /** Why it could not be run. */
  readonly problems: readonly SuiteProblem[];
}

/** What came of a run. */
export interface TestReport {
  readonly suites: readonly SuiteReport[];
  readonly milliseconds: number;
}

/** How many cases ended how; a file that cannot be run counts as a broken one. */
export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly broken: number;
}

export function countsOf(suites: readonly SuiteReport[]): TestCounts {
  const results = suites.flatMap((suite) => suite.results);
  const count = (outcome: CaseResult["outcome"]) => results.filter((result) => result.outcome === outcome).length;
  const unreadable = suites.filter(({ problems }) => problems.length > 0).length;
  return { passed: count("passed"), failed: count("failed"), broken: count("broken") + unreadable };
}
