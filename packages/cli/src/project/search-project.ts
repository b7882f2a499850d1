import { type FoundTemplate, mergeTemplates, type TemplateDiagnostic } from "@apigw-vtl/definitions";
import { InputError } from "../failure.js";
import type { SelectedFile } from "../files/find-files.js";
import type { Session } from "../session.js";
import type { ProjectFiles } from "./project-files.js";

/** What a search of many files found. */
export interface ProjectTemplates {
  /** In order of their files, each place in a file once for each use of it. */
  readonly templates: readonly FoundTemplate[];
  readonly diagnostics: readonly TemplateDiagnostic[];
  /** Files that the user named of which nothing can be read. */
  readonly unreadable: readonly string[];
}

/**
 * Searches files for templates. Throws an `InputError` for a named file that cannot be read; another one is reported
 * and passed over.
 */
export async function searchProject(
  files: readonly SelectedFile[],
  project: ProjectFiles,
  { reporter }: Session,
): Promise<ProjectTemplates> {
  const templates: FoundTemplate[] = [];
  // A file that several definitions include is searched for each of them.
  const diagnostics = new Map<string, TemplateDiagnostic>();
  const unreadable: string[] = [];
  for (const file of files) {
    try {
      const found = await project.search(file, true);
      const isBroken = found.diagnostics.some((each) => each.file === file.path && BROKEN.has(each.code));
      if (file.named && isBroken && found.templates.length === 0) unreadable.push(file.path);
      templates.push(...found.templates);
      for (const each of found.diagnostics) diagnostics.set(JSON.stringify(each), each);
    } catch (error) {
      if (file.named || !(error instanceof InputError)) throw error;
      reporter.problem({ severity: "warning", message: error.message });
    }
  }
  return { templates: mergeTemplates(templates), diagnostics: [...diagnostics.values()], unreadable };
}

const BROKEN: ReadonlySet<TemplateDiagnostic["code"]> = new Set(["host-syntax", "host-too-deep"]);

/** Shows what kept the search from reading files or parts of them. */
export function reportDiagnostics(
  diagnostics: readonly TemplateDiagnostic[],
  project: ProjectFiles,
  { reporter }: Session,
): void {
  for (const { code, message, file, start, end } of diagnostics) {
    const location = { name: file, text: project.textOf(file), range: { start, end } };
    reporter.problem({ severity: "warning", code, message, location });
  }
}
