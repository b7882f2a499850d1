import type { Command } from "commander";
import { addConfigurationOptions } from "../../options/configuration-options.js";
import { addIgnoreOption } from "../../options/search-options.js";
import type { Session } from "../../session.js";
import { addFailureOptions, addReportOptions } from "../lint/lint-options.js";
import type { CiFlags } from "./ci.js";

const EXAMPLES = `Examples:
  $ vtl ci
  $ vtl ci infra/ --baseline .vtl-baseline.json
  $ vtl ci --output-file sarif=vtl.sarif --output-file junit=vtl.xml
`;

const NOTES = `
The same as vtl lint --prove, vtl format --check and vtl test over the files of one search; the last line tells which of
them failed. It writes nothing but reports.
Exit status: 0 all is well, 1 a check failed, 2 usage or unreadable input.`;

/** Gives `vtl ci` its options. */
export function defineCi(command: Command, session: Session): void {
  command
    .description("Check all there is to check: findings, proofs, layout, and tests.")
    .argument("[paths...]", "files, folders and globs to check (default: the current folder)");
  addConfigurationOptions(command);
  addIgnoreOption(command).option("--no-format-check", "accept templates that are not formatted");
  addReportOptions(command);
  addFailureOptions(command)
    .addHelpText("before", EXAMPLES)
    .addHelpText("after", NOTES)
    .action(async (paths: string[], flags: CiFlags) => {
      const { ci } = await import("./ci.js");
      session.exit(await ci(paths, flags, session));
    });
}
