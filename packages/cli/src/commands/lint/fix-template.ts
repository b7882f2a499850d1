import { applyTextEdits, type FoundTemplate, type TextEdit } from "@apigw-vtl/definitions";
import { applyFixes, type Finding } from "@apigw-vtl/linter";
import { hostEdits } from "./locate-finding.js";

/** The edits of the host file that fix a template's findings: all at once, or if the host refuses that, one by one. */
export function fixesOf(
  template: FoundTemplate,
  hostText: string,
  findings: readonly Finding[],
  unsafe: boolean,
): readonly TextEdit[] {
  const { fixed } = applyFixes(template.text, findings, { unsafe });
  const all = hostEdits(template, hostText, editsOf(fixed));
  if (all !== undefined) return all;
  let kept: readonly Finding[] = [];
  let edits: readonly TextEdit[] = [];
  for (const finding of fixed) {
    const more = hostEdits(template, hostText, editsOf([...kept, finding]));
    if (more === undefined) continue;
    kept = [...kept, finding];
    edits = more;
  }
  return edits;
}

const editsOf = (findings: readonly Finding[]) => findings.flatMap(({ fix }) => fix?.edits ?? []);

/** Makes the edits of several templates in one file; those that touch another's text are left for the next round. */
export function applyTemplateFixes(text: string, fixes: readonly (readonly TextEdit[])[]): string {
  const accepted: TextEdit[] = [];
  for (const edits of fixes) {
    if (edits.some((edit) => accepted.some((other) => edit.start <= other.end && other.start <= edit.end))) continue;
    accepted.push(...edits);
  }
  return applyTextEdits(text, accepted);
}
