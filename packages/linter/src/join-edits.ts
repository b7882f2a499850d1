import type { Range } from "@apigw-vtl/compiler";
import type { TextEdit } from "./rule.js";

/** A part of an edited text: a range of the text that it was, or new. */
type Piece = Range | string;

/**
 * Edits of a text that do at once what two sets of edits do one after the other.
 * @param length of the text, in UTF-16 units
 * @param first edits of the text, apart from each other
 * @param second edits of what `first` makes of it, apart from each other
 * @returns edits of the text, in order, with something between any two
 */
export function joinEdits(length: number, first: readonly TextEdit[], second: readonly TextEdit[]): TextEdit[] {
  const once = edited([{ start: 0, end: length }], first);
  return editsOf(edited(once, second), length);
}

function edited(pieces: readonly Piece[], edits: readonly TextEdit[]): Piece[] {
  const result: Piece[] = [];
  let at = 0;
  for (const { range, text } of edits.toSorted((a, b) => a.range.start - b.range.start)) {
    result.push(...slice(pieces, at, range.start), text);
    at = range.end;
  }
  result.push(...slice(pieces, at, Number.POSITIVE_INFINITY));
  return result;
}

/** The pieces from `start` to `end` of the text that they make. */
function slice(pieces: readonly Piece[], start: number, end: number): Piece[] {
  const result: Piece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const length = typeof piece === "string" ? piece.length : piece.end - piece.start;
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, length);
    at += length;
    if (from >= to) continue;
    result.push(
      typeof piece === "string" ? piece.slice(from, to) : { start: piece.start + from, end: piece.start + to },
    );
  }
  return result;
}

/** What has to be replaced between the ranges that are kept. */
function editsOf(pieces: readonly Piece[], length: number): TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  let text = "";
  for (const piece of [...pieces, { start: length, end: length }]) {
    if (typeof piece === "string") {
      text += piece;
      continue;
    }
    if (piece.start > at || text !== "") edits.push({ range: { start: at, end: piece.start }, text });
    at = piece.end;
    text = "";
  }
  return edits;
}
