import type { TextRange } from "./piece.js";
import type { EmbeddedText, Hole, Segment } from "./segment.js";

/**
 * The host offset of a template offset. Between two segments the host may have characters that the template lacks
 * (indentation, quotes): a range's `start` lies after them, its `end` before. Inside an escape or a hole, which have
 * no inner offsets, the start or end of the whole.
 */
export function toHostOffset(segments: readonly Segment[], offset: number, side: "start" | "end"): number | undefined {
  const index = side === "start" ? firstEndingAfter(segments, offset) : firstEndingAfter(segments, offset - 1);
  const segment = segments[index] ?? segments.at(-1);
  if (segment === undefined) return undefined;
  if (offset <= segment.start) return segment.hostStart;
  if (offset >= segment.end) return segment.hostEnd;
  if (segment.kind === "verbatim") return segment.hostStart + offset - segment.start;
  return side === "start" ? segment.hostStart : segment.hostEnd;
}

/** The host range that holds a template range; of an empty text, `undefined`. */
export function toHostRange(segments: readonly Segment[], range: TextRange): TextRange | undefined {
  const start = toHostOffset(segments, range.start, "start");
  const end = range.end > range.start ? toHostOffset(segments, range.end, "end") : start;
  if (start === undefined || end === undefined) return undefined;
  return { start: Math.min(start, end), end: Math.max(start, end) };
}

/**
 * The template offset of a host offset, `undefined` outside the template's characters. A host offset in an escape or a
 * hole gives the start of its text; one at a literal's edge belongs to the literal.
 */
export function toTemplateOffset(segments: readonly Segment[], hostOffset: number): number | undefined {
  let atEnd: number | undefined;
  for (const segment of segments) {
    if (segment.kind === "fixed") continue;
    if (hostOffset === segment.hostEnd) atEnd = segment.end;
    if (hostOffset < segment.hostStart || hostOffset >= segment.hostEnd) continue;
    return segment.kind === "verbatim" ? segment.start + hostOffset - segment.hostStart : segment.start;
  }
  return atEnd;
}

/** Index of the first segment whose end is after `offset`. */
function firstEndingAfter(segments: readonly Segment[], offset: number): number {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (segments[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The map from `inner`'s text to the file, where `inner` lies in `outer`'s text and `outer` in the file (an OpenAPI
 * document in a Terraform heredoc). Literal indexes do not survive: edits go through the two texts in turn.
 */
export function composeSegments(
  inner: Pick<EmbeddedText, "segments" | "holes">,
  outer: EmbeddedText,
): Pick<EmbeddedText, "segments" | "holes"> {
  const segments: Segment[] = [];
  const holes: Hole[] = [];
  const host = (start: number, end: number): { hostStart: number; hostEnd: number } => {
    const range = toHostRange(outer.segments, { start, end });
    return { hostStart: range?.start ?? 0, hostEnd: range?.end ?? 0 };
  };
  for (const segment of inner.segments) {
    if (segment.kind !== "verbatim") {
      segments.push({ ...segment, ...host(segment.hostStart, segment.hostEnd), literal: -1 });
      continue;
    }
    const shift = segment.start - segment.hostStart;
    let index = firstEndingAfter(outer.segments, segment.hostStart);
    for (; index < outer.segments.length && outer.segments[index]!.start < segment.hostEnd; index++) {
      const under = outer.segments[index]!;
      const start = Math.max(under.start, segment.hostStart);
      const end = Math.min(under.end, segment.hostEnd);
      segments.push({ kind: under.kind, start: start + shift, end: end + shift, ...host(start, end), literal: -1 });
      const hole = under.kind === "hole" ? outer.holes.find((candidate) => candidate.start === under.start) : undefined;
      if (hole !== undefined) holes.push({ ...hole, start: start + shift, end: end + shift });
    }
  }
  for (const hole of inner.holes) holes.push({ ...hole, ...host(hole.hostStart, hole.hostEnd) });
  holes.sort((a, b) => a.start - b.start);
  return { segments, holes };
}
