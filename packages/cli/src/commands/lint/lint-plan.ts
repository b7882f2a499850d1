import { type ConfigurationChoice, configurationChoice } from "../../configuration/configuration-choice.js";
import { UsageError } from "../../failure.js";
import type { Io } from "../../io/io.js";
import type { ConfigurationFlags } from "../../options/configuration-options.js";
import type { SearchFlags } from "../../options/search-options.js";
import { type ProjectSearch, projectSearch } from "../../project/select-project.js";
import { type OutputFlags, outputsOf, type ReportOutput } from "../../reports/outputs.js";
import { FORMATS } from "./formats/index.js";
import { LEVELS } from "./host-finding.js";

/** The options of `vtl lint` as commander gives them. */
export interface LintFlags extends ConfigurationFlags, SearchFlags, OutputFlags {
  readonly fix?: boolean;
  readonly fixUnsafe?: boolean;
  readonly fixDryRun?: boolean;
  readonly maxWarnings?: number;
  readonly failOn: (typeof LEVELS)[number];
  readonly quiet?: boolean;
  readonly reportSuppressed?: boolean;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly pruneBaseline?: boolean;
  readonly stdin?: boolean;
  readonly errorOnUnmatchedPattern?: boolean;
  readonly errorOnNoTemplates?: boolean;
  readonly cache?: boolean;
  readonly cacheLocation?: string;
  readonly watch?: boolean;
  readonly prove?: boolean;
  readonly witness?: string;
  readonly listRules?: boolean;
  readonly explain?: string;
  readonly printConfig?: string;
}

/** What a run of `vtl lint` does: resolved once, for all that it runs through. */
export interface LintPlan {
  readonly search: ProjectSearch;
  readonly configuration: ConfigurationChoice;
  readonly proves: boolean;
  /** Absent if nothing is fixed. */
  readonly fixing?: { readonly unsafe: boolean; readonly asPatch: boolean };
  /** Where the cache is, if there is one. */
  readonly cache?: string;
  readonly isWatching: boolean;
  readonly outputs: readonly ReportOutput[];
  /** Whether a document of its own goes to stdout: fixed text or a patch. */
  readonly hasDocument: boolean;
  readonly errorsOnly: boolean;
  /** Whether suppressed findings are told too, in formats that leave them out otherwise. */
  readonly withSuppressed: boolean;
  readonly baseline?: { readonly path: string; readonly task: "use" | "prune" | "replace" };
  /** The folder for requests that break templates. */
  readonly witness?: string;
  /** The levels that fail the run, and how many warnings do not. */
  readonly failing: readonly (typeof LEVELS)[number][];
  readonly mostWarnings: number;
  /** Whether a run that finds no template fails. */
  readonly needsTemplates: boolean;
}

/** Resolves the command line. Throws a `UsageError` for what does not exist, and for combinations that mean nothing. */
export function lintPlan(named: readonly string[], flags: LintFlags, io: Io): LintPlan {
  const { baseline, watch = false, witness, failOn, fixDryRun: asPatch = false } = flags;
  if (flags.stdin && !["", "-"].includes(named.join())) {
    throw new UsageError("--stdin takes no paths", { hint: "--stdin-filename names what comes from stdin" });
  }
  const search = projectSearch(flags.stdin ? ["-"] : named, flags, flags.errorOnUnmatchedPattern);
  if (flags.stdinFilename !== undefined && !search.isStdin)
    throw new UsageError("--stdin-filename needs stdin", { hint: "write - in the place of paths" });
  if (baseline === undefined && (flags.updateBaseline || flags.pruneBaseline)) {
    const flag = flags.updateBaseline ? "--update-baseline" : "--prune-baseline";
    throw new UsageError(`${flag} needs --baseline FILE, the file to write`);
  }
  const isFixing = flags.fix || flags.fixUnsafe || asPatch;
  if (watch && search.isStdin) throw new UsageError("--watch has no file to watch");
  if (watch && isFixing) throw new UsageError("--watch does not fix", { hint: "run --fix by itself" });
  const hasCache = flags.cache === true && !isFixing && !search.isStdin;
  const task = flags.updateBaseline ? "replace" : flags.pruneBaseline ? "prune" : "use";
  return {
    search,
    configuration: configurationChoice(flags, io),
    proves: flags.prove === true || witness !== undefined,
    ...(isFixing && { fixing: { unsafe: flags.fixUnsafe === true, asPatch } }),
    ...(hasCache && flags.cacheLocation !== undefined && { cache: flags.cacheLocation }),
    isWatching: watch,
    outputs: outputsOf(flags, [...FORMATS.keys()], io.env),
    hasDocument: isFixing === true && (search.isStdin || asPatch),
    errorsOnly: flags.quiet === true,
    withSuppressed: flags.reportSuppressed === true,
    ...(baseline !== undefined && { baseline: { path: baseline, task } }),
    ...(witness !== undefined && { witness }),
    failing: LEVELS.slice(0, LEVELS.indexOf(failOn) + 1),
    mostWarnings: flags.maxWarnings ?? Number.POSITIVE_INFINITY,
    needsTemplates: flags.errorOnNoTemplates === true,
  };
}
