import { applyFixes, type Finding } from "@apigw-vtl/linter";
import type { FoundTemplate, TextEdit } from "@apigw-vtl/templates";
import { hostEdits } from "./locate-finding.js";

/** Edits of the file and how many findings they fix. */
export interface TemplateFixes {
  readonly edits: readonly TextEdit[];
  readonly count: number;
}

/** The edits of the host file that fix a template's findings: all at once, or if the host refuses that, one by one. */
export function fixesOf(
  template: FoundTemplate,
  hostText: string,
  findings: readonly Finding[],
  unsafe: boolean,
): TemplateFixes {
  const { fixed } = applyFixes(template.text, findings, { unsafe });
  const all = hostEdits(template, hostText, editsOf(fixed));
  if (all !== undefined) return { edits: all, count: fixed.length };
  let kept: readonly Finding[] = [];
  let edits: readonly TextEdit[] = [];
  for (const finding of fixed) {
    const more = hostEdits(template, hostText, editsOf([...kept, finding]));
    if (more === undefined) continue;
    kept = [...kept, finding];
    edits = more;
  }
  return { edits, count: kept.length };
}

const editsOf = (findings: readonly Finding[]) => findings.flatMap(({ fix }) => fix?.edits ?? []);

/** Makes the edits of several templates in one file; one that touches another's text is left for the next round. */
export function applyTemplateFixes(
  text: string,
  fixes: readonly TemplateFixes[],
): { readonly text: string; readonly count: number } {
  const accepted: TextEdit[] = [];
  let count = 0;
  for (const { edits, count: fixed } of fixes) {
    if (edits.some((edit) => accepted.some((other) => edit.start <= other.end && other.start <= edit.end))) continue;
    accepted.push(...edits);
    count += fixed;
  }
  let result = "";
  let at = 0;
  for (const { start, end, newText } of accepted.toSorted((a, b) => a.start - b.start)) {
    result += text.slice(at, start) + newText;
    at = end;
  }
  return { text: result + text.slice(at), count };
}
