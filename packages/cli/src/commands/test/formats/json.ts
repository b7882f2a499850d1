import type { CaseFailure, CaseResult, Place } from "@apigw-vtl/testing/core";
import { jsonText } from "../../../terminal/printable.js";
import { countsOf } from "../test-report.js";
import type { FormatContext, ReportFormat } from "./format.js";

/** `{version, summary, suites: [{file, problems, cases}]}`; places have lines and columns from 1. */
export const json: ReportFormat = ({ suites, milliseconds }, context) =>
  jsonText({
    version: 1,
    summary: { ...countsOf(suites), milliseconds: rounded(milliseconds) },
    suites: suites.map(({ file, problems, results }) => ({
      file,
      problems: problems.map(({ message, hint, ...place }) => ({ message, hint, ...placeJson(place, context) })),
      cases: results.map((result) => caseJson(result, context)),
    })),
  });

function caseJson({ name, subject, place, outcome, failures, milliseconds }: CaseResult, context: FormatContext) {
  return {
    name,
    subject,
    ...placeJson(place, context),
    outcome,
    milliseconds: rounded(milliseconds),
    failures: failures.map((failure) => failureJson(failure, context)),
  };
}

function failureJson({ printedBy, expectedAt, ...failure }: CaseFailure, context: FormatContext) {
  return {
    ...failure,
    ...(printedBy && { printedBy: placeJson(printedBy, context) }),
    ...(expectedAt && { expectedAt: placeJson(expectedAt, context) }),
  };
}

function placeJson({ file, range }: Place, { linesOf }: FormatContext) {
  return { file, ...linesOf({ file, range }) };
}

const rounded = (milliseconds: number): number => Math.round(milliseconds * 1000) / 1000;
