import type { DialectName } from "@apigw-vtl/compiler";
import type { ProverAssumptions } from "../prover/assumptions.js";
import type { OptionValue } from "../rule.js";

/** What `vtl.config.json` or `vtl.config.yaml` says; `config.schema.json` describes it. */
export interface ConfigFile {
  readonly $schema?: string;
  /**
   * `vtl:recommended`, `vtl:strict`, `vtl:all`, the path of another configuration (`./base.json`), or an npm package with
   * one (`@team/rules`). Default: what the folder above has, or else `vtl:recommended`.
   */
  readonly extends?: string | readonly string[];
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  readonly unusedSuppressions?: LevelName;
  readonly suppressions?: readonly SuppressionSetting[];
  /** What rules and prover take requests to be. */
  readonly assumptions?: Partial<ProverAssumptions>;
  readonly format?: FormatSettings;
  readonly test?: TestSettings;
  readonly overrides?: readonly ConfigOverride[];
  /**
   * The folder in which files may lie that others name, `true` for that of the configuration; configurations above it do
   * not count. Where the command line did not name the configuration, it can only make the place smaller.
   */
  readonly root?: string | true;
  /** Files and folders outside of it that may be read too, if the command line named this configuration. */
  readonly allowOutside?: readonly string[];
  /** Globs of files that are not linted. */
  readonly ignorePatterns?: readonly string[];
}

/** How `vtl format` and editors lay templates out, the same for everybody who works on them. */
export interface FormatSettings {
  readonly indent?: Indent;
}

/** What `vtl test` does where its command line does not say it. */
export interface TestSettings {
  readonly coverage?: {
    readonly formats?: readonly CoverageFormatName[];
    /** Default: `coverage`. */
    readonly folder?: string;
    /** The least share of each, in percent. */
    readonly thresholds?: { readonly lines?: number; readonly branches?: number };
  };
}

export const coverageFormats = ["text", "lcov", "cobertura", "html", "json"] as const;

export type CoverageFormatName = (typeof coverageFormats)[number];

/** How many blanks one step of indentation has, or a tab. */
export type Indent = (typeof indents)[number];

export const indents = [1, 2, 3, 4, 5, 6, 7, 8, "tab"] as const;

export const levelNames = ["off", "info", "warn", "warning", "error"] as const;

export type LevelName = (typeof levelNames)[number];

export type RuleSetting = LevelName | readonly [LevelName, Readonly<Record<string, OptionValue>>];

/** Switches rules off where something is found, without a comment that would change the output's white space. */
export interface SuppressionSetting {
  readonly rules: readonly string[];
  readonly files?: readonly string[];
  /** Text that the finding's place has to contain. */
  readonly text?: string;
  readonly reason?: string;
}

/** What is different for some files; a later override wins. */
export interface ConfigOverride {
  /** Globs relative to the configuration's folder. */
  readonly files: readonly string[];
  readonly excludedFiles?: readonly string[];
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  readonly dialect?: DialectName;
  readonly direction?: "request" | "response";
  readonly contentType?: string;
  readonly assumptions?: Partial<ProverAssumptions>;
  /** Globs of event files that the templates are tried with. */
  readonly samples?: readonly string[];
}
