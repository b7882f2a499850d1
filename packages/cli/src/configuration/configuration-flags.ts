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
