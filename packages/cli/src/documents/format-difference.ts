import type { NamedText } from "../io/input-reader.js";
import type { Palette } from "../terminal/palette.js";
import { printable, printableLine } from "../terminal/printable.js";
import { lineDiff } from "./line-diff.js";

/** A unified diff from what was expected to what came. */
export function formatDifference(expected: NamedText, actual: string, palette: Palette): string {
  const patch = lineDiff(expected, { name: "output", text: actual });
  if (patch === undefined) return "(too different to show line by line)";
  const lines = patch.hunks.flatMap((hunk) => [
    palette.note(`@@ -${hunk.oldStart},${hunk.oldLines} +${hunk.newStart},${hunk.newLines} @@`),
    ...hunk.lines.map((line) => paintLine(line, palette)),
  ]);
  return [palette.removed(`--- ${printableLine(expected.name)}`), palette.added("+++ output"), ...lines].join("\n");
}

function paintLine(line: string, palette: Palette): string {
  const shown = printable(line);
  if (line.startsWith("+")) return palette.added(shown);
  if (line.startsWith("-")) return palette.removed(shown);
  return line.startsWith("\\") ? palette.faint(shown) : shown;
}
