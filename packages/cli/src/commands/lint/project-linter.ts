import type { ReadScope } from "@apigw-vtl/definitions";
import type { ConfigurationChoice } from "../../configuration/configuration-choice.js";
import { ConfigurationError, Configurations } from "../../configuration/configurations.js";
import { InputError } from "../../failure.js";
import type { SelectedFile } from "../../files/find-files.js";
import type { Io } from "../../io/io.js";
import type { FileEdit } from "../../io/write-files.js";
import { ProjectFiles } from "../../project/project-files.js";
import type { Baseline } from "./baseline.js";
import type { DependencyReader } from "./dependencies.js";
import type { FileLint } from "./file-lint.js";
import { fixProject } from "./fix-project.js";
import { lintFile } from "./lint-file.js";

/** What a linter of a project is given when it starts; plain data, for threads. */
export interface LinterSettings {
  readonly configuration: ConfigurationChoice;
  readonly proves: boolean;
  readonly scope: ReadScope;
  /** Whether it tells what findings depend on, for a cache. */
  readonly remembers: boolean;
}

/** What a file gave, or why it cannot be linted; what is fatal ends the run. Plain data, for threads. */
export type LintOutcome =
  | { readonly lint: FileLint }
  | { readonly problem: string; readonly hint?: string | undefined; readonly fatal: boolean };

/** Lints and fixes the files of a project. */
export class ProjectLinter {
  readonly #project: ProjectFiles;
  readonly #configurations: Configurations;
  readonly #proves: boolean;
  readonly #remembers: boolean;
  readonly #io: Io;
  #dependencyReader: Promise<DependencyReader> | undefined;

  /** `texts` stand for files that are not on disk. */
  constructor(
    { configuration, proves, scope, remembers }: LinterSettings,
    io: Io,
    texts: ReadonlyMap<string, string> = new Map(),
  ) {
    this.#project = new ProjectFiles(io, scope, texts);
    this.#configurations = new Configurations(configuration, io, scope);
    this.#proves = proves;
    this.#remembers = remembers;
    this.#io = io;
  }

  /** Fixes the files in memory, but for what the baseline knows; gives the edits. */
  async fix(
    files: readonly SelectedFile[],
    unsafe: boolean,
    baseline: Baseline | undefined,
  ): Promise<readonly FileEdit[]> {
    await fixProject(files, this.#project, this.#configurations, unsafe, baseline);
    return this.#project.edits;
  }

  async lint(file: SelectedFile): Promise<LintOutcome> {
    try {
      const reader = await this.#readerOfDependencies();
      return { lint: await lintFile(file, this.#project, this.#configurations, this.#proves, reader) };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const fatal = file.named || error instanceof ConfigurationError;
      return { problem: error.message, hint: error.hint, fatal };
    }
  }

  /** Loaded for a cache alone: without one, loading Node's digests was a twentieth of a run over twenty templates. */
  async #readerOfDependencies(): Promise<DependencyReader | undefined> {
    if (!this.#remembers) return undefined;
    this.#dependencyReader ??= import("./dependencies.js").then(
      ({ DependencyReader }) => new DependencyReader(this.#project, this.#configurations, this.#io),
    );
    return this.#dependencyReader;
  }
}
