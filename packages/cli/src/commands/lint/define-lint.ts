import type { Command } from "commander";
import { collect } from "../../options/collect.js";
import { QUIET, WATCH } from "../../options/common-options.js";
import { addConfigurationOptions } from "../../options/configuration-options.js";
import { addSearchOptions } from "../../options/search-options.js";
import type { Session } from "../../session.js";
import { addFailureOptions, addReportOptions } from "./lint-options.js";
import type { LintFlags } from "./lint-plan.js";

const EXAMPLES = `Examples:
  $ vtl lint
  $ vtl lint infra/ 'src/**/*.vtl' --fix
  $ vtl lint --prove --witness broken-requests
  $ vtl lint --output-file sarif=vtl.sarif --max-warnings 0
  $ vtl lint --explain else-if
`;

const NOTES = `
Finds templates as vtl templates does; what is wrong in a host file is reported and fixed there.
vtl.config.json (.yaml, .yml) of the folders around a file, the nearest over those above, say which rules count for it.
Exit status: 0 nothing to fail on, 1 errors (see --fail-on) or more warnings than allowed, 2 usage or unreadable input.`;

/** Gives `vtl lint` its options. */
export function defineLint(command: Command, session: Session): void {
  command
    .description("Check mapping templates, wherever they live, and prove what they print.")
    .argument("[paths...]", "files, folders and globs to check, - for stdin (default: the current folder)");
  addConfigurationOptions(command).option(
    "--rule <id=level>",
    "set a rule to off, info, warning or error; may be repeated",
    collect,
  );
  addSearchOptions(command)
    .option("--no-error-on-unmatched-pattern", "accept paths and globs that lead to nothing")
    .option("--stdin", "check what comes from stdin, as - does")
    .optionsGroup("Fixes:")
    .option("--fix", "make the safe fixes: those that leave the output of requests that worked as it was")
    .option("--fix-unsafe", "make all fixes")
    .option("--fix-dry-run", "print the fixes as a patch instead of making them")
    .optionsGroup("Proof:")
    .option("--prove", "prove each template's output right for every request, or show one that breaks it")
    .option("--assume <name=value>", "what requests are taken to be, such as body=any-text; may be repeated", collect)
    .option("--witness <folder>", "write the requests that break templates, for vtl render --event; implies --prove");
  addReportOptions(command)
    .option(...QUIET)
    .option(
      "--report-suppressed",
      "tell suppressed findings too, as such, in formats that can (sarif; json always does)",
    );
  addFailureOptions(command)
    .option("--error-on-no-templates", "fail if no template was found")
    .option("--report-unused-disable-directives", "make comments that switch off nothing errors")
    .option("--prune-baseline", "take out of the --baseline file what is not found any more")
    .option("--update-baseline", "write the findings of this run to the --baseline file")
    .optionsGroup("Speed:")
    .option("--cache", "check changed files only")
    .option("--cache-location <file>", "where the cache is", ".vtlcache")
    .option(...WATCH)
    .optionsGroup("Information:")
    .option("--list-rules", "list all rules")
    .option("--explain <rule>", "print what a rule finds, why, and how to put it right")
    .option("--print-config <file>", "print what is configured for a file")
    .addHelpText("before", EXAMPLES)
    .addHelpText("after", NOTES)
    .action(async (paths: string[], flags: LintFlags) => {
      const { lint } = await import("./lint.js");
      session.exit(await lint(paths, flags, session));
    });
}
