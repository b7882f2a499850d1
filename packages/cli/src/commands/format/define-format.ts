import { type Command, Option } from "commander";
import { addConfigurationOptions } from "../../options/configuration-options.js";
import { addSearchOptions } from "../../options/search-options.js";
import type { Session } from "../../session.js";
import type { FormatFlags } from "./format-project.js";

const EXAMPLES = `Examples:
  $ vtl format --write
  $ vtl format --check infra/ templates/*.vtl
`;

const NOTES = `
Templates are formatted where they are, in the files that vtl templates finds. Of each it is shown, by its syntax and by
rendering it before and after, that it prints the same: the same JSON, or the same bytes. One of which that cannot be
shown is left as it is, and a message says why.
Exit status: 0 formatted, or nothing to do; 1 with --check if something is to be formatted, or a template was left as it
is; 2 usage or unreadable input.`;

/** Gives `vtl format` its options. */
export function defineFormat(command: Command, session: Session): void {
  command
    .description("Lay out mapping templates, wherever they live, without changing what they print.")
    .argument("[paths...]", "files, folders and globs to search, - for stdin (default: the current folder)")
    .addOption(new Option("--check", "write nothing; exit with 1 if something is to be formatted").conflicts("write"))
    .option("--write", "write the files; without it they are only listed");
  addConfigurationOptions(addSearchOptions(command))
    .addHelpText("before", EXAMPLES)
    .addHelpText("after", NOTES)
    .action(async (paths: string[], flags: FormatFlags) => {
      const { formatProject } = await import("./format-project.js");
      session.exit(await formatProject(paths, flags, session));
    });
}
