import type { ReadScope } from "@apigw-vtl/definitions";
import { ConfigurationError, Configurations } from "../../configuration/configurations.js";
import { InputError } from "../../failure.js";
import type { SelectedFile } from "../../files/find-files.js";
import type { Io } from "../../io/io.js";
import type { FileEdit } from "../../io/write-files.js";
import { ProjectFiles } from "../../project/project-files.js";
import type { FileLint } from "./file-lint.js";
import { fixProject } from "./fix-project.js";
import { lintFile } from "./lint-file.js";
import { type LintFlags, proves } from "./lint-flags.js";

/** What a file gave, or why it cannot be linted; what is fatal ends the run. Plain data, for threads. */
export type LintOutcome =
  | { readonly lint: FileLint }
  | { readonly problem: string; readonly hint?: string | undefined; readonly fatal: boolean };

/** Lints and fixes the files of a project, as the flags say. */
export class ProjectLinter {
  readonly #project: ProjectFiles;
  readonly #configurations: Configurations;
  readonly #flags: LintFlags;

  /** `texts` stand for files that are not on disk. Throws a `UsageError` for flags that name what does not exist. */
  constructor(flags: LintFlags, io: Io, scope: ReadScope, texts: ReadonlyMap<string, string> = new Map()) {
    this.#project = new ProjectFiles(io, scope, texts);
    this.#configurations = new Configurations(flags, io, scope);
    this.#flags = flags;
  }

  /** Fixes the files in memory; gives the edits. */
  async fix(files: readonly SelectedFile[]): Promise<readonly FileEdit[]> {
    await fixProject(files, this.#project, this.#configurations, this.#flags.fixUnsafe === true);
    return this.#project.edits;
  }

  async lint(file: SelectedFile): Promise<LintOutcome> {
    try {
      return { lint: await lintFile(file, this.#project, this.#configurations, proves(this.#flags)) };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const fatal = file.named || error instanceof ConfigurationError;
      return { problem: error.message, hint: error.hint, fatal };
    }
  }
}
