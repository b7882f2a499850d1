import type { TracedPart } from "./compile.js";
import type { Range } from "./syntax/range.js";

/**
 * The part of the template that printed the character at `offset` of the output, or the last thing before it.
 * Of nested parts (a `#define` block inside the reference that prints it) the innermost; within plain text the
 * character itself.
 */
export function printedBy(
  trace: readonly TracedPart[],
  offset: number,
  template: string,
  output: string,
): Range | undefined {
  const size = (part: TracedPart) => part.outputEnd - part.outputStart;
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
