import type { TextRange } from "@apigw-vtl/definitions";
import type { JsonDifference } from "../compare/json-difference.js";

/** A part of a file. */
export interface Place {
  readonly file: string;
  readonly range: TextRange;
}

/** Why a case does not pass. */
export interface CaseFailure {
  readonly message: string;
  readonly hint?: string;
  /** The part of the template, in its file, that printed what differs first. */
  readonly printedBy?: Place;
  /** Where the test says what is expected, where that is not in a file of its own. */
  readonly expectedAt?: Place;
  /** Two texts for a diff by lines. */
  readonly texts?: { readonly name: string; readonly expected: string; readonly actual: string };
  readonly differences?: readonly JsonDifference[];
}

/** What a case would have to expect to pass: for `--update`. */
export interface NewExpectation {
  /** Of a part of the test file the file itself. */
  readonly file: string;
  /** The value in the test file; absent: all of the file. */
  readonly range?: TextRange;
  readonly value: { readonly kind: "text" | "json"; readonly text: string };
}

/** What came of a case. */
export interface CaseResult {
  readonly name: string;
  /** The test file, or the event of a sample, and the case's place in it. */
  readonly place: Place;
  /** The file of the template or the definition. */
  readonly subject: string;
  /** `broken`: it cannot be run, for a reason that is not the template's. */
  readonly outcome: "passed" | "failed" | "broken";
  /** None if it passed. */
  readonly failures: readonly CaseFailure[];
  /** What would have to be written for it to pass, where an expectation differs. */
  readonly updates: readonly NewExpectation[];
  readonly milliseconds: number;
}
