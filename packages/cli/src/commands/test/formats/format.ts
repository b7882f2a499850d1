import type { Place } from "@apigw-vtl/testing/core";
import type { Palette } from "../../../terminal/palette.js";
import type { TestReport } from "../test-report.js";

/** What a format may use besides the report. */
export interface FormatContext {
  readonly palette: Palette;
  /** Width of the terminal. */
  readonly columns: number;
  /** Whether cases that pass are named too, where the format leaves them out otherwise. */
  readonly verbose: boolean;
  /** The text of a file that the run has read. */
  readonly textOf: (file: string) => string;
  /** A path for tools that look at the whole repository. */
  readonly inRepository: (path: string) => string;
  /** Lines and columns from 1. */
  readonly linesOf: (place: Place) => {
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
  };
}

/** Writes a report as a document that ends in a line feed. */
export type ReportFormat = (report: TestReport, context: FormatContext) => string;
