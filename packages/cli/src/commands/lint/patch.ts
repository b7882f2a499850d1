import { formatPatch } from "diff";
import { lineDiff } from "../../documents/line-diff.js";

/** A patch as `git apply` takes it. */
export function patchOf(path: string, before: string, after: string): string {
  const patch = lineDiff({ name: `a/${path}`, text: before }, { name: `b/${path}`, text: after });
  if (patch === undefined) return `${path}: too different to show line by line\n`;
  // The separator is Subversion's.
  return formatPatch(patch).replace(/^=+\n/, "");
}
