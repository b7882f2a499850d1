import type { LineIndex } from "@apigw-vtl/compiler";
import type { TextRange } from "@apigw-vtl/definitions";

/** A line of a text by its number from 1, without what ends it. */
export function rangeOfLine(text: string, index: LineIndex, line: number): TextRange {
  const start = index.lineStart(line);
  const whole = text.slice(start, index.lineStart(line + 1));
  return { start, end: start + whole.replace(/[\r\n]+$/, "").length };
}
