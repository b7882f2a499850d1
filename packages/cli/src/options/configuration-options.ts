import type { Command } from "commander";

/** The options that say what is configured, as commander gives them. */
export interface ConfigurationFlags {
  /** A path; false for `--no-config`. */
  readonly config?: string | false;
  /** `id=level` each. */
  readonly rule?: readonly string[];
  /** `name=value` each. */
  readonly assume?: readonly string[];
  readonly reportUnusedDisableDirectives?: boolean;
}

/** Gives a command the option of its configuration, the same to every one that follows one. */
export function addConfigurationOptions(command: Command): Command {
  return command
    .option("-c, --config <file>", "the configuration of all files, instead of those around each")
    .option("--no-config", "use no configuration");
}
