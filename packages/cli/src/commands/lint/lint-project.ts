import { InputError } from "../../failure.js";
import type { SelectedFile } from "../../files/find-files.js";
import { ProjectFiles } from "../../project/project-files.js";
import type { Session } from "../../session.js";
import type { FileLint } from "./file-lint.js";
import { fixProject } from "./fix-project.js";
import { lintFile } from "./lint-file.js";
import { fixes, type LintFlags, parseRuleFlags, proves } from "./lint-flags.js";
import { progressLine } from "./progress-line.js";
import { ruleSettings } from "./rule-settings.js";

/** Files and their texts after fixes. */
export type FixedTexts = ReadonlyMap<string, string>;

/**
 * Lints files, after fixing them in memory if the flags say so. Throws an `InputError` for a named file that cannot be
 * read; another one is reported and passed over. `texts` stand for files that are not on disk.
 */
export async function lintProject(
  files: readonly SelectedFile[],
  texts: ReadonlyMap<string, string>,
  flags: LintFlags,
  session: Session,
): Promise<{ readonly lints: readonly FileLint[]; readonly fixed: FixedTexts }> {
  const project = new ProjectFiles(session.io, texts);
  const lintTemplate = ruleSettings(parseRuleFlags(flags.rule));
  const lints: FileLint[] = [];
  if (fixes(flags)) await fixProject(files, project, lintTemplate, flags.fixUnsafe === true);
  const progress = progressLine(files.length, session);
  for (const file of files) {
    try {
      lints.push(await lintFile(file, project, lintTemplate, proves(flags)));
    } catch (error) {
      if (file.named || !(error instanceof InputError)) throw error;
      session.reporter.problem({ severity: "warning", message: error.message });
    }
    progress.step();
  }
  progress.clear();
  return { lints, fixed: project.edited };
}
