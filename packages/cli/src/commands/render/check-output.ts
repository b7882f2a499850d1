import { type CompleteEvent, type DialectName, type Range, renderTraced } from "@apigw-vtl/compiler";
import { checkJson } from "../../json/check-json.js";
import type { SourceTemplate } from "../../project/source-template.js";
import type { Reporter } from "../../terminal/reporter.js";

type Trace = ReturnType<typeof renderTraced>["trace"];

/** True when the output is JSON; else shows where it stops being so, in the output and in the template. */
export function reportUnlessJson(
  output: string,
  template: SourceTemplate,
  event: CompleteEvent,
  dialect: DialectName,
  reporter: Reporter,
): boolean {
  const problem = checkJson(output);
  if (problem === undefined) return true;
  const { message, hint, start, end } = problem;
  const location = { name: "<output>", text: output, range: { start, end } };
  reporter.problem({ severity: "error", message: `the output is not JSON: ${message}`, location, hint });
  const { trace } = renderTraced(template.text, event, { dialect });
  const range = templateRange(trace, start, template.text, output);
  if (range !== undefined) {
    const note = start < output.length ? "printed here" : "the output ends with this";
    reporter.problem({ severity: "note", message: note, location: template.locate(range) });
  }
  return false;
}

/**
 * The part of the template that printed the character at `offset` of the output, or the last thing before it.
 * Of nested parts (a `#define` block inside the reference that prints it) the innermost; within plain text the
 * character itself.
 */
export function templateRange(trace: Trace, offset: number, template: string, output: string): Range | undefined {
  const size = (part: Trace[number]) => part.outputEnd - part.outputStart;
  const printing = trace.filter((part) => size(part) > 0);
  const around = printing
    .filter((part) => part.outputStart <= offset && offset < part.outputEnd)
    .sort((a, b) => size(a) - size(b))[0];
  const part = around ?? printing.filter((one) => one.outputEnd <= offset).at(-1);
  if (part === undefined) return undefined;
  const { range, outputStart, outputEnd } = part;
  const verbatim = template.slice(range.start, range.end) === output.slice(outputStart, outputEnd);
  if (!verbatim || range.start === range.end) return range;
  const start = Math.min(range.start + (offset - outputStart), range.end - 1);
  return { start, end: start + 1 };
}
