import { failureText } from "@apigw-vtl/testing/core";
import { printable, printableLine } from "../../../terminal/printable.js";
import type { ReportFormat } from "./format.js";

/**
 * The Test Anything Protocol. Nothing here needs version 14, which the `prove` of Perl 5.36 takes for a failure of the run; that a
 * backslash escapes a hash is understood in 13 too (Node's own test runner writes it so).
 */
export const tap: ReportFormat = ({ suites }, context) => {
  const points = suites.flatMap(({ file, problems, results }) => [
    ...(problems.length === 0 ? [] : [{ name: file, text: problems.map(({ message }) => message).join("\n") }]),
    ...results.map(({ name, outcome, failures }) => ({
      name: `${file} ${name}`,
      text:
        outcome === "passed"
          ? undefined
          : failures.map((failure) => failureText(failure, context.linesOf)).join("\n\n"),
    })),
  ]);
  const lines = points.map(({ name, text }, i) => {
    // A hash begins a directive.
    const told = printableLine(name).replace(/[\\#]/g, "\\$&");
    if (text === undefined) return `ok ${i + 1} - ${told}\n`;
    const message = printable(text).replace(/^/gm, "    ");
    return `not ok ${i + 1} - ${told}\n  ---\n  message: |\n${message}\n  ...\n`;
  });
  return `TAP version 13\n1..${points.length}\n${lines.join("")}`;
};
