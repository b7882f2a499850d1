import { mergeTemplates, type TextEdit } from "@apigw-vtl/definitions";
import type { Configurations } from "../../configuration/configurations.js";
import { InputError } from "../../failure.js";
import type { SelectedFile } from "../../files/find-files.js";
import type { FileTemplates, ProjectFiles } from "../../project/project-files.js";
import type { Baseline } from "./baseline.js";
import { applyTemplateFixes, fixesOf } from "./fix-template.js";
import { findingsOf } from "./lint-file.js";
import { excerptOf } from "./locate-finding.js";

/** A fix may uncover another finding; a pair of rules that undo each other must come to an end. */
const MOST_ROUNDS = 10;

/** Fixes what can be fixed and the baseline does not know, as edits of `project`'s texts, until nothing is left. */
export async function fixProject(
  files: readonly SelectedFile[],
  project: ProjectFiles,
  configurations: Configurations,
  unsafe: boolean,
  baseline: Baseline | undefined,
): Promise<void> {
  let remaining = files;
  for (let round = 0; round < MOST_ROUNDS && remaining.length > 0; round++) {
    const searches: { readonly file: SelectedFile; readonly found: FileTemplates }[] = [];
    for (const file of remaining) {
      if ((await configurations.for(file.path)).ignored) continue;
      const found = await searchUnlessUnreadable(file, project);
      if (found !== undefined) searches.push({ file, found });
    }
    const fixes = new Map<string, (readonly TextEdit[])[]>();
    const known = new Map<string, ReturnType<Baseline["knownIn"]>>();
    const templates = mergeTemplates(searches.flatMap(({ found }) => found.templates));
    for (const template of templates.toSorted((a, b) => a.range.start - b.range.start)) {
      const config = await configurations.for(template.file);
      if (config.ignored) continue;
      const isKnown = known.get(template.file) ?? baseline?.knownIn(template.file) ?? (() => false);
      known.set(template.file, isKnown);
      const findings = findingsOf(template, config).findings.filter(
        ({ ruleId, range }) => !isKnown({ ruleId, excerpt: excerptOf(template.text, range.start) }),
      );
      const edits = fixesOf(template, project.textOf(template.file), findings, unsafe);
      if (edits.length > 0) fixes.set(template.file, [...(fixes.get(template.file) ?? []), edits]);
    }
    for (const [path, ofFile] of fixes) project.edit(path, applyTemplateFixes(project.textOf(path), ofFile));
    remaining = searches
      .filter(({ file, found }) => fixes.has(file.path) || found.referred.some((path) => fixes.has(path)))
      .map(({ file }) => file);
  }
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
