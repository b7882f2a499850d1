import type { Range } from "@apigw-vtl/compiler";
import type { Finding } from "./finding.js";
import type { TextEdit } from "./rule.js";

export interface FixSelection {
  /** Whether fixes that may change the output are applied as well. */
  readonly unsafe: boolean;
}

export interface FixedSource {
  readonly source: string;
  /** The findings whose fix is in `source`. */
  readonly fixed: readonly Finding[];
}

/**
 * Applies the fixes of findings to a template, each as a whole; of two that overlap the first one counts, and the
 * other is for the next round.
 */
export function applyFixes(source: string, findings: readonly Finding[], { unsafe }: FixSelection): FixedSource {
  const applied: TextEdit[] = [];
  const fixed: Finding[] = [];
  for (const finding of findings) {
    const { fix } = finding;
    if (!fix || (!fix.safe && !unsafe)) continue;
    if (fix.edits.some((edit) => applied.some((other) => overlap(edit, other)))) continue;
    applied.push(...fix.edits);
    fixed.push(finding);
  }
  return { source: applyEdits(source, applied), fixed };
}

/** Where ranges of a template lie after edits that leave them alone. */
export function rangesAfter<Known extends Range>(
  ranges: readonly Known[],
  edits: readonly TextEdit[],
): readonly Known[] {
  return ranges.map((known) => {
    const { start, end } = known;
    let moved = 0;
    for (const { range, text } of edits) if (range.end <= start) moved += text.length - (range.end - range.start);
    return { ...known, start: start + moved, end: end + moved };
  });
}

/** Insertions at one place would depend on their order. */
function overlap(a: TextEdit, b: TextEdit): boolean {
  return (
    (a.range.start < b.range.end && b.range.start < a.range.end) ||
    a.range.start === b.range.start ||
    a.range.end === b.range.end
  );
}

/** Replaces ranges of a text; the edits are apart from each other. */
export function applyEdits(source: string, edits: readonly TextEdit[]): string {
  let result = "";
  let at = 0;
  for (const { range, text } of [...edits].sort((a, b) => a.range.start - b.range.start)) {
    result += source.slice(at, range.start) + text;
    at = range.end;
  }
  return result + source.slice(at);
}
