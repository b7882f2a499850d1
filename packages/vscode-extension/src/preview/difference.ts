import { diffLines } from "diff";
import type { DifferenceLine } from "./protocol.js";

/** How one output becomes another, line by line. */
export function difference(from: string, to: string): readonly DifferenceLine[] {
  return diffLines(from, to).flatMap(({ value, added, removed }) => {
    const kind = added ? "only-to" : removed ? "only-from" : "same";
    return linesOf(value).map((text): DifferenceLine => ({ kind, text }));
  });
}

/** Without the newlines; one at the end begins no line. */
function linesOf(text: string): readonly string[] {
  const lines = text.split("\n");
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}
