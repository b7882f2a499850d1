import type { EventSource, TemplatePlace } from "@apigw-vtl/lsp";
import { ProtocolRequestType, type Range } from "vscode-languageserver-protocol";

/** A part of a file. */
export interface FilePlace {
  readonly uri: string;
  readonly range: Range;
}

/** The cases of one file for the templates of another. */
export interface TestSuiteSummary {
  /** The test file, or the one that has samples beside it. */
  readonly uri: string;
  /** The file with the templates. */
  readonly subject: string;
  readonly cases: readonly TestCaseSummary[];
  /** Why it cannot be run. */
  readonly problem?: FilePlace & { readonly message: string };
}

export interface TestCaseSummary {
  /** No other case of the suite has it, and it stays the same while other cases change. */
  readonly id: string;
  readonly name: string;
  /** Where the test file has it; of a sample the event's file. */
  readonly place: FilePlace;
  /** The template that it is for; absent of a case that takes a request through the API. */
  readonly template?: FilePlace & { readonly label: string };
}

/** The tests in a folder, those in folders below left out. */
export const TestsRequest = new ProtocolRequestType<
  { readonly folder: string },
  readonly TestSuiteSummary[],
  never,
  void,
  void
>("vtl/tests");

export interface RunTestsParams {
  /** What they reach adds up. */
  readonly suites: readonly WantedCases[];
  /** Whether it is counted what of the templates is reached. */
  readonly counts: boolean;
  /** Whether what comes out is what is to be expected. */
  readonly updates: boolean;
}

/** Cases of a suite, by their ids. */
export interface WantedCases {
  readonly uri: string;
  readonly cases: readonly string[];
}

export interface TestFailure {
  readonly message: string;
  /** The line of the template that printed what differs; else where the test says what is expected. */
  readonly place?: FilePlace;
  readonly expected?: string;
  readonly actual?: string;
}

export interface TestCaseResult {
  readonly suite: string;
  readonly id: string;
  readonly outcome: "passed" | "failed" | "broken";
  readonly failures: readonly TestFailure[];
  readonly milliseconds: number;
  /** Whether it would pass if what came out was expected. */
  readonly isUpdatable: boolean;
}

/** What tests have reached of a file with templates. */
export interface ReachedFile {
  readonly uri: string;
  readonly statements: readonly ReachedLine[];
}

/** A line with something that runs or branches. */
export interface ReachedLine {
  /** From 0. */
  readonly line: number;
  readonly hits: number;
  readonly ways: readonly { readonly label: string; readonly range: Range; readonly hits: number }[];
}

export interface RunTestsReply {
  readonly results: readonly TestCaseResult[];
  readonly coverage: readonly ReachedFile[];
  /** Whole texts, in which what came out is expected; `undefined` of one that cannot say it. */
  readonly updates: readonly { readonly uri: string; readonly text?: string }[];
}

/** Runs cases. */
export const RunTestsRequest = new ProtocolRequestType<RunTestsParams, RunTestsReply, never, void, void>(
  "vtl/runTests",
);

export interface NewCaseParams extends TemplatePlace {
  /** The event; absent: the request that breaks the template, which fails until it is mended. */
  readonly source?: EventSource;
  readonly name: string;
}

export type NewCaseReply =
  /** The test file with the case, and its place there. */
  | (FilePlace & { readonly status: "written"; readonly text: string })
  | { readonly status: "refused"; readonly reason: string };

/** What a template prints for an event, as a case of the test file beside it. */
export const NewCaseRequest = new ProtocolRequestType<NewCaseParams, NewCaseReply, never, void, void>("vtl/newCase");
