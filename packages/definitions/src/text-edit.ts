import type { TextRange } from "./map/piece.js";

/** Replaces the text in the range by `newText`. */
export interface TextEdit extends TextRange {
  readonly newText: string;
}

/** A text after edits, which are apart from each other; of insertions at one place the first comes first. */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  let result = "";
  let at = 0;
  for (const { start, end, newText } of [...edits].sort((a, b) => a.start - b.start)) {
    result += text.slice(at, start) + newText;
    at = end;
  }
  return result + text.slice(at);
}
