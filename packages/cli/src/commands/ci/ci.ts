import { ExitCode, worse } from "../../exit-code.js";
import type { ConfigurationFlags } from "../../options/configuration-options.js";
import type { SearchFlags } from "../../options/search-options.js";
import type { Session } from "../../session.js";
import { formatProject } from "../format/format-project.js";
import { lint } from "../lint/lint.js";
import type { LintFlags } from "../lint/lint-plan.js";
import { test } from "../test/test.js";

/** The options of `vtl ci` as commander gives them. */
export interface CiFlags
  extends SearchFlags,
    Pick<ConfigurationFlags, "config">,
    Pick<LintFlags, "format" | "outputFile" | "failOn" | "maxWarnings" | "baseline"> {
  /** False with `--no-format-check`. */
  readonly formatCheck: boolean;
}

/** Runs all checks, the later ones also where an earlier one failed. Throws a `UsageError` or an `InputError`. */
export async function ci(
  paths: readonly string[],
  { formatCheck, format, ...flags }: CiFlags,
  session: Session,
): Promise<ExitCode> {
  const linted = await lint(paths, { ...flags, ...(format && { format }), prove: true }, session);
  const formatted = formatCheck ? await formatProject(paths, { ...flags, check: true }, session) : ExitCode.ok;
  // The reports that are asked for are those of findings.
  const { outputFile: _, ...testFlags } = flags;
  const tested = await test(paths, { ...testFlags, passWithNoTests: true }, session);
  return worse(worse(linted, formatted), tested);
}
