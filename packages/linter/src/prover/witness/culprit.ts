import type { Range, TracedPart } from "@apigw-vtl/compiler";
import type { Problem } from "../interpreter/machine.js";
import { REASONS } from "../reasons.js";
import type { Badness } from "./verdict.js";

/** What in the template made an output bad. */
export interface Culprit {
  readonly range: Range;
  readonly reason: string;
}

export interface BadRendering extends Badness {
  readonly trace: readonly TracedPart[];
  readonly problems: readonly Problem[];
  /** Of the template's text. */
  readonly length: number;
}

/**
 * Looks for a known problem where the wrong character was printed, where nothing was printed right before it, and
 * before that, since a quote in a text is noticed only later.
 */
export function findCulprit({ output, offset, trace, problems, length }: BadRendering): Culprit {
  const holding = trace.filter(({ outputStart, outputEnd }) => outputStart <= offset && offset < outputEnd);
  const [holder] = holding.toSorted((a, b) => a.outputEnd - a.outputStart - (b.outputEnd - b.outputStart));
  const known = holder && problemOf(holder.range, problems);
  if (holder && known) return { range: narrowed(holder, offset), reason: known.reason };
  if (holder) {
    const isFirst = output.slice(holder.outputStart, offset).trim() === "";
    const missing = isFirst
      ? problems.find(({ range, origins }) => range.end === holder.range.start && origins.length > 0)
      : undefined;
    if (missing) return { range: missing.range, reason: missing.reason };
  }
  for (const { range } of trace.filter(({ outputEnd }) => outputEnd <= offset).toReversed()) {
    const problem = problemOf(range, problems);
    if (problem) return { range, reason: problem.reason };
  }
  const range = holder ? narrowed(holder, offset) : { start: length, end: length };
  return { range, reason: output.trim() === "" ? REASONS.nothing : "the output is not JSON" };
}

function problemOf(range: Range, problems: readonly Problem[]): Problem | undefined {
  return problems.find((problem) => problem.range.start === range.start && problem.range.end === range.end);
}

/** The single character of a text that is printed as it stands. */
function narrowed({ range, outputStart, outputEnd }: TracedPart, offset: number): Range {
  if (outputEnd - outputStart !== range.end - range.start) return range;
  const start = range.start + offset - outputStart;
  return { start, end: start + 1 };
}
