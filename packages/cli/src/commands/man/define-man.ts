import type { Command } from "commander";
import type { Session } from "../../session.js";

const EXAMPLES = `Examples:
  $ vtl man > ~/.local/share/man/man1/vtl.1
`;

/** Gives `vtl man` its action. */
export function defineMan(command: Command, session: Session): void {
  command
    .description("Print the manual page, which has all commands and options.")
    .addHelpText("before", EXAMPLES)
    .action(async () => {
      const { commandOutline } = await import("../../options/command-outline.js");
      const { manualPage } = await import("./manual-page.js");
      session.io.stdout.write(manualPage(commandOutline(command.parent ?? command)));
    });
}
