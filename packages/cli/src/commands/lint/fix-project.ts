import { mergeTemplates } from "@apigw-vtl/templates";
import { InputError } from "../../failure.js";
import type { SelectedFile } from "../../files/find-files.js";
import type { FileTemplates, ProjectFiles } from "../../project/project-files.js";
import type { Configurations } from "./configurations.js";
import { applyTemplateFixes, fixesOf, type TemplateFixes } from "./fix-template.js";
import { findingsOf } from "./lint-file.js";

/** A fix may uncover another finding; a pair of rules that undo each other must come to an end. */
const MOST_ROUNDS = 10;

/**
 * Fixes what can be fixed, as edits of `project`'s texts; rounds follow until nothing is left.
 * @returns how many findings were fixed
 */
export async function fixProject(
  files: readonly SelectedFile[],
  project: ProjectFiles,
  configurations: Configurations,
  unsafe: boolean,
): Promise<number> {
  let count = 0;
  let remaining = files;
  for (let round = 0; round < MOST_ROUNDS && remaining.length > 0; round++) {
    const searches: { readonly file: SelectedFile; readonly found: FileTemplates }[] = [];
    for (const file of remaining) {
      if ((await configurations.for(file.path)).ignored) continue;
      const found = await searchUnlessUnreadable(file, project);
      if (found !== undefined) searches.push({ file, found });
    }
    const fixes = new Map<string, TemplateFixes[]>();
    const templates = mergeTemplates(searches.flatMap(({ found }) => found.templates));
    for (const template of templates) {
      const config = await configurations.for(template.file);
      if (config.ignored) continue;
      const { findings } = findingsOf(template, config);
      const fix = fixesOf(template, project.textOf(template.file), findings, unsafe);
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

/** What cannot be read has no fixes; linting it tells the user. */
async function searchUnlessUnreadable(file: SelectedFile, project: ProjectFiles): Promise<FileTemplates | undefined> {
  try {
    return await project.search(file);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
