import type { TestCase } from "../case-file/test-case.js";
import type { Place } from "../run/case-result.js";
import type { Subject } from "./subject.js";

/** A case and the file that paths in it start from. */
export interface PlannedCase {
  readonly test: TestCase;
  readonly file: string;
}

/** The cases of one file for the templates of another. */
export interface TestSuite {
  /** The test file, or the one that has samples beside it. */
  readonly file: string;
  readonly subject: Subject;
  readonly cases: readonly PlannedCase[];
}

/** Why a test file cannot be run; it is not run in part. */
export interface SuiteProblem extends Place {
  readonly message: string;
  readonly hint?: string;
}

export type LoadedSuite = TestSuite | { readonly file: string; readonly problems: readonly SuiteProblem[] };
