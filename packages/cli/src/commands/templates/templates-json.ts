import type { FoundTemplate, Hole, TemplateDiagnostic, TemplateFacts } from "@apigw-vtl/definitions";
import type { LineRange, ProjectFiles } from "../../project/project-files.js";
import type { ProjectTemplates } from "../../project/search-project.js";
import { jsonText } from "../../terminal/printable.js";

/** Offsets from 0, lines and columns from 1, all in UTF-16 units. */
interface JsonRange extends LineRange {
  readonly start: number;
  readonly end: number;
}

/** Where a template stands and what is around it; part of the published format. */
export interface JsonTemplate {
  readonly file: string;
  readonly range: JsonRange;
  readonly address: string;
  readonly referredFrom?: string;
  readonly facts: TemplateFacts;
  readonly holes: readonly Hole[];
}

export function jsonTemplate(template: FoundTemplate, project: ProjectFiles): JsonTemplate {
  const { file, range, address, referredFrom, facts, holes } = template;
  return {
    file,
    range: { ...range, ...project.linesOf(file, range) },
    address,
    ...(referredFrom !== undefined && { referredFrom }),
    facts,
    holes,
  };
}

function jsonDiagnostic({ code, message, file, start, end }: TemplateDiagnostic, project: ProjectFiles) {
  return { code, message, file, range: { start, end, ...project.linesOf(file, { start, end }) } };
}

/** What `--format json` prints: `{version: 1, templates, diagnostics}`, with a line feed at its end. */
export function templatesJson({ templates, diagnostics }: ProjectTemplates, project: ProjectFiles): string {
  const report = {
    version: 1,
    templates: templates.map((template) => ({ ...jsonTemplate(template, project), text: template.text })),
    diagnostics: diagnostics.map((diagnostic) => jsonDiagnostic(diagnostic, project)),
  };
  return jsonText(report);
}
