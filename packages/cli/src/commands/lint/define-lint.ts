import { type Command, InvalidArgumentError } from "commander";
import { stdinFilenameOption } from "../../files/stdin-file.js";
import { collect } from "../../options/collect.js";
import { ignorePatternOption } from "../../options/ignore-pattern-option.js";
import type { Session } from "../../session.js";
import { LEVELS, type LintFlags } from "./lint-flags.js";

const EXAMPLES = `Examples:
  $ vtl lint
  $ vtl lint infra/ 'src/**/*.vtl' --fix
  $ vtl lint --prove --witness broken-requests
  $ vtl lint --output-file sarif=vtl.sarif --max-warnings 0
  $ vtl lint --explain else-if
`;

const NOTES = `
Finds templates as vtl templates does; what is wrong in a host file is reported and fixed there.
The nearest vtl.config.json (.yaml, .yml) in the folders around a file says which rules count for it.
Exit status: 0 nothing to fail on, 1 errors (see --fail-on) or more warnings than allowed, 2 usage or unreadable input.`;

/** Gives `vtl lint` its options. */
export function defineLint(command: Command, session: Session): void {
  command
    .description("Check mapping templates, wherever they live, and prove what they print.")
    .argument("[paths...]", "files, folders and globs to check, - for stdin (default: the current folder)")
    .option("-c, --config <file>", "the configuration of all files, instead of the nearest one of each")
    .option("--no-config", "use no configuration")
    .option("--rule <id=level>", "set a rule to off, info, warning or error; may be repeated", collect)
    .addOption(ignorePatternOption())
    .option("--no-error-on-unmatched-pattern", "accept paths and globs that lead to nothing")
    .option("--stdin", "check what comes from stdin, as - does")
    .addOption(stdinFilenameOption())
    .optionsGroup("Fixes:")
    .option("--fix", "make the safe fixes: those that leave the output of requests that worked as it was")
    .option("--fix-unsafe", "make all fixes")
    .option("--fix-dry-run", "print the fixes as a patch instead of making them")
    .optionsGroup("Proof:")
    .option("--prove", "prove each template's output right for every request, or show one that breaks it")
    .option("--assume <name=value>", "what requests are taken to be, such as body=any-text; may be repeated", collect)
    .option("--witness <folder>", "write the requests that break templates, for vtl render --event; implies --prove")
    .optionsGroup("Output:")
    .option("-f, --format <format>", "how findings are printed (default: stylish); may be repeated", collect)
    .option("--output-file <format=path>", "write a format to a file; may be repeated", collect)
    .option("--quiet", "show errors only")
    .option(
      "--report-suppressed",
      "tell suppressed findings too, as such, in formats that can (sarif; json always does)",
    )
    .optionsGroup("Exit status:")
    .option("--fail-on <level>", "the lowest level that fails the run: error, warning or info", parseLevel, "error")
    .option("--max-warnings <count>", "fail if there are more warnings", parseCount)
    .option("--error-on-no-templates", "fail if no template was found")
    .option("--report-unused-disable-directives", "make comments that switch off nothing errors")
    .option("--baseline <file>", "leave out the findings that this file knows")
    .option("--update-baseline", "write the findings of this run to the --baseline file")
    .optionsGroup("Speed:")
    .option("--cache", "check changed files only")
    .option("--cache-location <file>", "where the cache is", ".vtlcache")
    .option("-w, --watch", "check again whenever a file changes, until Ctrl-C")
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

/** `warn` is what other linters call it. */
function parseLevel(text: string): LintFlags["failOn"] {
  const level = LEVELS.find((one) => one === text || (one === "warning" && text === "warn"));
  if (level === undefined) throw new InvalidArgumentError(`Allowed choices are ${LEVELS.join(", ")}.`);
  return level;
}

function parseCount(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError("Expected a count.");
  return Number(text);
}
