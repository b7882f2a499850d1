import type { CaseFailure, CaseResult } from "@apigw-vtl/testing/core";
import { placeText } from "@apigw-vtl/testing/core";
import { formatDifference } from "../../../documents/format-difference.js";
import { counted } from "../../../terminal/counted.js";
import { printable, printableLine } from "../../../terminal/printable.js";
import { formatProblem } from "../../../terminal/problem.js";
import { sourceFrame } from "../../../terminal/source-frame.js";
import { countsOf, type SuiteReport } from "../test-report.js";
import type { FormatContext, ReportFormat } from "./format.js";

/** More differences than this are counted, not shown. */
const MOST_DIFFERENCES = 10;
/** A value longer than this is cut. */
const LONGEST_VALUE = 80;

/** For people: each file, what does not pass, the line of the template that printed it, and what differs. */
export const pretty: ReportFormat = ({ suites, milliseconds }, context) => {
  if (suites.length === 0) return "no tests\n";
  const { palette } = context;
  const { passed, failed, broken } = countsOf(suites);
  const parts = [
    failed > 0 ? palette.error(`${failed} failed`) : "",
    broken > 0 ? palette.error(`${broken} cannot be run`) : "",
    palette.strong(`${passed} passed`),
  ];
  const total = parts.filter((part) => part !== "").join(", ");
  const time = palette.faint(`(${counted(suites.length, "file")}, ${Math.round(milliseconds)} ms)`);
  return `${suites.map((suite) => suiteText(suite, context)).join("")}${total} ${time}\n`;
};

function suiteText(suite: SuiteReport, context: FormatContext): string {
  const { palette, columns, textOf, verbose } = context;
  const { file, problems, results } = suite;
  const { failed, broken } = countsOf([suite]);
  const mark = failed + broken === 0 ? palette.added("✓") : palette.error("✗");
  const head = `${mark} ${printable(file)} ${palette.faint(`(${results.length})`)}\n`;
  const unreadable = problems.map(({ message, hint, file: name, range }) =>
    formatProblem(
      { severity: "error", message, hint, location: { name, text: textOf(name), range } },
      palette,
      columns,
    ),
  );
  const told = results.filter(({ outcome }) => verbose || outcome !== "passed");
  return [head, ...unreadable, ...told.map((result) => caseText(result, context))].join("");
}

function caseText({ name, outcome, failures, place }: CaseResult, context: FormatContext): string {
  const { palette } = context;
  if (outcome === "passed") return `  ${palette.added("✓")} ${printableLine(name)}\n`;
  const at = palette.faint(`(${printable(placeText(place, context.linesOf))})`);
  const head = `  ${palette.error("✗")} ${palette.strong(printableLine(name))} ${at}\n`;
  return head + failures.map((failure) => indented(failureLines(failure, context))).join("");
}

function failureLines(failure: CaseFailure, context: FormatContext): string[] {
  const { palette, columns, textOf } = context;
  const { message, hint, printedBy, differences = [], texts } = failure;
  const lines = [printable(message)];
  if (printedBy !== undefined) {
    lines.push(`${palette.faint("printed by")} ${printable(placeText(printedBy, context.linesOf))}`);
    lines.push(...sourceFrame(textOf(printedBy.file), printedBy.range, { palette, paint: palette.error, columns }));
  }
  for (const { path, expected, actual } of differences.slice(0, MOST_DIFFERENCES)) {
    const wanted = expected === undefined ? "nothing" : palette.removed(shortened(expected));
    const present = actual === undefined ? "nothing" : palette.added(shortened(actual));
    lines.push(`${palette.strong(printableLine(path))}: expected ${wanted}, printed ${present}`);
  }
  if (differences.length > MOST_DIFFERENCES) lines.push(`… and ${differences.length - MOST_DIFFERENCES} more`);
  if (texts !== undefined && differences.length === 0) {
    lines.push(...formatDifference({ name: texts.name, text: texts.expected }, texts.actual, palette).split("\n"));
  }
  if (hint !== undefined) lines.push(`${palette.faint("hint:")} ${printable(hint)}`);
  return lines;
}

function shortened(json: string): string {
  const line = printableLine(json);
  return line.length <= LONGEST_VALUE ? line : `${line.slice(0, LONGEST_VALUE)}…`;
}

const indented = (lines: readonly string[]): string =>
  lines
    .map((line) => `    ${line}`.trimEnd())
    .join("\n")
    .concat("\n");
