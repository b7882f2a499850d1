import { mergeTemplates } from "@apigw-vtl/templates";
import type { SelectedFile } from "../../files/find-files.js";
import type { FileTemplates, ProjectFiles } from "../../project/project-files.js";
import { applyTemplateFixes, fixesOf, type TemplateFixes } from "./fix-template.js";
import type { LintTemplate } from "./lint-file.js";

/** A fix may uncover another finding; a pair of rules that undo each other must come to an end. */
const MOST_ROUNDS = 10;

/**
 * Fixes what can be fixed, as edits of `project`'s texts; rounds follow until nothing is left. Throws `InputError`s as
 * the search does.
 * @returns how many findings were fixed
 */
export async function fixProject(
  files: readonly SelectedFile[],
  project: ProjectFiles,
  lintTemplate: LintTemplate,
  unsafe: boolean,
): Promise<number> {
  let count = 0;
  let remaining = files;
  for (let round = 0; round < MOST_ROUNDS && remaining.length > 0; round++) {
    const searches: { readonly file: SelectedFile; readonly found: FileTemplates }[] = [];
    for (const file of remaining) searches.push({ file, found: await project.search(file) });
    const fixes = new Map<string, TemplateFixes[]>();
    for (const template of mergeTemplates(searches.flatMap(({ found }) => found.templates))) {
      const fix = fixesOf(template, project.textOf(template.file), lintTemplate(template), unsafe);
      if (fix.edits.length > 0) fixes.set(template.file, [...(fixes.get(template.file) ?? []), fix]);
    }
    for (const [path, ofFile] of fixes) {
      const fixed = applyTemplateFixes(project.textOf(path), ofFile);
      project.edit(path, fixed.text);
      count += fixed.count;
    }
    remaining = searches
      .filter(({ file, found }) => fixes.has(file.path) || found.referred.some((path) => fixes.has(path)))
      .map(({ file }) => file);
  }
  return count;
}
