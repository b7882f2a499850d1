import { Argument, type Command } from "commander";
import type { Session } from "../../session.js";

const EXAMPLES = `Examples:
  $ source <(vtl completion bash)
  $ vtl completion zsh > ~/.zfunc/_vtl
  $ vtl completion fish > ~/.config/fish/completions/vtl.fish
`;

/** Gives `vtl completion` its argument. */
export function defineCompletion(command: Command, session: Session): void {
  command
    .description("Print a script with which a shell completes the commands and options of vtl.")
    .addArgument(new Argument("<shell>", "the shell").choices(["bash", "zsh", "fish"]))
    .addHelpText("before", EXAMPLES)
    .action(async (shell: "bash" | "zsh" | "fish") => {
      const { completionScript } = await import("./completion-script.js");
      session.io.stdout.write(completionScript(shell, command.parent ?? command));
    });
}
