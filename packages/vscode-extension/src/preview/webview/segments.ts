import type { JsonToken } from "./json-tokens.js";

/** A stretch of one line that looks the same throughout. */
export interface Segment {
  readonly start: number;
  readonly text: string;
  readonly classes: readonly string[];
}

interface Problem {
  readonly start: number;
  readonly end: number;
}

/** The output in lines, each cut where a colour or a problem begins or ends. Lines do not have their newline. */
export function segmentsByLine(
  output: string,
  tokens: readonly JsonToken[],
  problems: readonly Problem[],
): readonly (readonly Segment[])[] {
  // A problem at the very end, or between two characters, is shown at the character before.
  const shown = problems.map(({ start, end }) =>
    end > start && start < output.length
      ? { start, end }
      : { start: Math.max(0, Math.min(start, output.length) - 1), end: start },
  );
  const cuts = [...tokens, ...shown].flatMap(({ start, end }) => [start, end]);
  const sorted = [...new Set(cuts)].sort((a, b) => a - b);
  let lineStart = 0;
  let cut = 0;
  let token = 0;
  return output.split("\n").map((line) => {
    const lineEnd = lineStart + line.length;
    const segments: Segment[] = [];
    for (let start = lineStart; start < lineEnd; ) {
      while (cut < sorted.length && (sorted[cut] ?? 0) <= start) cut++;
      const end = Math.min(sorted[cut] ?? lineEnd, lineEnd);
      while (token < tokens.length && (tokens[token]?.end ?? 0) <= start) token++;
      const at = tokens[token];
      const classes: string[] = at !== undefined && at.start <= start ? [at.kind] : [];
      if (shown.some((problem) => problem.start <= start && start < problem.end)) classes.push("problem");
      segments.push({ start, text: output.slice(start, end), classes });
      start = end;
    }
    lineStart = lineEnd + 1;
    return segments;
  });
}
