/** What the process ends with; scripts depend on it, so it is documented in `docs/cli.md`. */
export const ExitCode = {
  /** The document was rendered (or written) and every check passed. */
  ok: 0,
  /** The template, `--check` or `--expect` failed, or a file was left alone since it has changed meanwhile. */
  failed: 1,
  /** The command line is wrong or a file cannot be read or written; also a defect of the program itself. */
  usage: 2,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** Of two outcomes of one run, what it ends with. */
export function worse(one: ExitCode, other: ExitCode): ExitCode {
  return one > other ? one : other;
}
