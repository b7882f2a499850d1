import { formatPatch, structuredPatch } from "diff";

/** Two long documents without a common line could keep the algorithm busy for minutes. */
const TIMEOUT_MS = 2000;

/** A patch as `git apply` takes it. */
export function patchOf(path: string, before: string, after: string): string {
  const options = { context: 3, timeout: TIMEOUT_MS };
  const patch = structuredPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, options);
  if (patch === undefined) return `${path}: too different to show line by line\n`;
  // The separator is Subversion's.
  return formatPatch(patch).replace(/^=+\n/, "");
}
