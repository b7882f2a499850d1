import type { ConfigurationFlags } from "../../configuration/configuration-flags.js";
import { UsageError } from "../../failure.js";

/** The worst first. */
export const LEVELS = ["error", "warning", "info"] as const;

/** The options of `vtl lint` as commander gives them. */
export interface LintFlags extends ConfigurationFlags {
  readonly format?: readonly string[];
  readonly outputFile?: readonly string[];
  readonly fix?: boolean;
  readonly fixUnsafe?: boolean;
  readonly fixDryRun?: boolean;
  readonly maxWarnings?: number;
  readonly failOn: (typeof LEVELS)[number];
  readonly quiet?: boolean;
  readonly reportSuppressed?: boolean;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
  readonly ignorePattern?: readonly string[];
  readonly errorOnUnmatchedPattern: boolean;
  readonly errorOnNoTemplates?: boolean;
  readonly cache?: boolean;
  readonly cacheLocation: string;
  readonly watch?: boolean;
  readonly prove?: boolean;
  readonly witness?: string;
  readonly listRules?: boolean;
  readonly explain?: string;
  readonly printConfig?: string;
}

/** Throws a `UsageError` for combinations that mean nothing. */
export function checkLintFlags(paths: readonly string[], flags: LintFlags): void {
  if (flags.stdin && paths.length > 0) {
    throw new UsageError("--stdin takes no paths", { hint: "--stdin-filename names what comes from stdin" });
  }
  if (flags.stdinFilename !== undefined && !flags.stdin)
    throw new UsageError("--stdin-filename needs stdin", { hint: "write - in the place of paths" });
  if (flags.updateBaseline && flags.baseline === undefined) {
    throw new UsageError("--update-baseline needs --baseline FILE, the file to write");
  }
  if (flags.watch && flags.stdin) throw new UsageError("--watch has no file to watch");
  if (flags.watch && fixes(flags)) throw new UsageError("--watch does not fix", { hint: "run --fix by itself" });
}

/** Whether findings are to be fixed, or to be shown as if they were. */
export function fixes({ fix, fixUnsafe, fixDryRun }: LintFlags): boolean {
  return [fix, fixUnsafe, fixDryRun].includes(true);
}

export function proves({ prove, witness }: LintFlags): boolean {
  return prove === true || witness !== undefined;
}
