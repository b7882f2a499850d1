import { LineIndex, type Range } from "../range.js";

/** Something to show under a text. */
export interface Mark {
  readonly range: Range;
  readonly label: string;
  /** What the range is drawn with. */
  readonly stroke: "~" | "^";
}

/**
 * The text with each mark under the line in which it begins, outer and earlier marks first. A range that goes on
 * in later lines names its end (`~~… If to 3:5`), an empty one is a bar.
 *
 *     $user.name!
 *     ~~~~~~~~~~ Reference
 */
export function squiggles(text: string, marks: readonly Mark[]): string {
  const index = new LineIndex(text);
  const below = new Map<number, string[]>();
  const sorted = marks.slice().sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
  for (const mark of sorted) {
    const { line } = index.position(mark.range.start);
    below.set(line, [...(below.get(line) ?? []), markLine(index, mark)]);
  }
  const lines: string[] = [];
  for (let line = 1; line <= index.lineCount; line++) {
    const whole = text.slice(index.lineStart(line), index.lineStart(line + 1));
    lines.push(whole.replace(/\n$/, ""), ...(below.get(line) ?? []));
  }
  return lines.join("\n");
}

function markLine(index: LineIndex, { range, label, stroke }: Mark): string {
  const start = index.position(range.start);
  const end = index.position(range.end);
  const blanks = " ".repeat(start.column - 1);
  if (range.start === range.end) return `${blanks}| ${label}`;
  if (start.line === end.line) return `${blanks}${stroke.repeat(range.end - range.start)} ${label}`;
  return `${blanks}${stroke.repeat(2)}… ${label} to ${end.line}:${end.column}`;
}
