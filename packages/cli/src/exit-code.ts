/** What the process ends with; scripts depend on it, so it is documented in `docs/cli.md`. */
export const ExitCode = {
  /** The document was rendered (or written) and every check passed. */
  ok: 0,
  /** The template, `--check` or `--expect` failed. */
  failed: 1,
  /** The command line is wrong or an input cannot be read; also a defect of the program itself. */
  usage: 2,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
