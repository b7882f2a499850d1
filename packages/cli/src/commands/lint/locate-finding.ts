import { editTemplate, type FoundTemplate, type TextEdit, toHostRange } from "@apigw-vtl/definitions";
import type { Finding } from "@apigw-vtl/linter";
import type { ProjectFiles } from "../../project/project-files.js";
import type { HostEdit, HostFinding } from "./host-finding.js";

/** Longest excerpt; a template in one line of 300 KB would make a baseline of that size. */
export const LONGEST_EXCERPT = 200;

/** An edit as the linter has it. */
type TemplateEdit = NonNullable<Finding["fix"]>["edits"][number];

/** A finding at its place in the file that holds the template, with its fix for that file. */
export function locateFinding(finding: Finding, template: FoundTemplate, project: ProjectFiles): HostFinding {
  const { ruleId, level, message, range, fix, suggestions = [] } = finding;
  const hostText = project.textOf(template.file);
  const place = toHostRange(template.segments, range) ?? template.range;
  const fixEdits = fix && hostEdits(template, hostText, fix.edits);
  const placed = (edits: readonly TextEdit[]): HostEdit[] =>
    edits.map((edit) => ({ ...edit, ...project.linesOf(template.file, edit) }));
  const located = suggestions.flatMap(({ title, edits }) => {
    const inHost = hostEdits(template, hostText, edits);
    return inHost === undefined ? [] : [{ title, edits: placed(inHost) }];
  });
  return {
    ruleId,
    level,
    message,
    ...place,
    ...project.linesOf(template.file, place),
    address: template.address,
    excerpt: excerptOf(template.text, range.start),
    ...(fix && fixEdits && { fix: { edits: placed(fixEdits), safe: fix.safe } }),
    ...(located.length > 0 && { suggestions: located }),
  };
}

/** Edits of the host that make these edits of the template; `undefined` if it cannot express them. */
export function hostEdits(
  template: FoundTemplate,
  hostText: string,
  edits: readonly TemplateEdit[],
): readonly TextEdit[] | undefined {
  const ordered = edits
    .map(({ range, text }) => ({ start: range.start, end: range.end, newText: text }))
    .sort((a, b) => a.start - b.start);
  const outcome = editTemplate(template, hostText, ordered);
  return outcome.ok ? outcome.edits : undefined;
}

/** The line that an offset of a template is in, without its indentation. */
export function excerptOf(text: string, offset: number): string {
  const start = Math.max(text.lastIndexOf("\n", offset - 1) + 1, offset - LONGEST_EXCERPT);
  const lineEnd = text.indexOf("\n", offset);
  return text
    .slice(start, lineEnd < 0 ? undefined : lineEnd)
    .trim()
    .slice(0, LONGEST_EXCERPT);
}
