import type { Command } from "commander";
import { BASELINE } from "../../options/common-options.js";
import type { Session } from "../../session.js";
import type { InitFlags } from "./init.js";

const EXAMPLES = `Examples:
  $ vtl init
  $ vtl init --baseline .vtl-baseline.json
`;

const NOTES = `
Looks for templates in the current folder and writes what is not there yet: vtl.config.json, which leaves out files that
hold other languages' templates, and .github/workflows/vtl.yml, which runs vtl ci. With --baseline what is found
today is written to that file, so that the workflow passes and only what is new fails it.
Exit status: 0 written, 2 unreadable input.`;

/** Gives `vtl init` its options. */
export function defineInit(command: Command, session: Session): void {
  command
    .description("Set up a project: a configuration and a workflow, after a look at its templates.")
    .option(...BASELINE)
    .option("--no-workflow", "write no workflow")
    .addHelpText("before", EXAMPLES)
    .addHelpText("after", NOTES)
    .action(async (flags: InitFlags) => {
      const { init } = await import("./init.js");
      session.exit(await init(flags, session));
    });
}
