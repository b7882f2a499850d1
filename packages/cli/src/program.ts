import { Command } from "commander";
import { COMMANDS } from "./commands/registry.js";
import type { ScopeFlags } from "./files/read-scope.js";
import { collect } from "./options/collect.js";
import { ISSUES_URL } from "./project-url.js";
import type { Session } from "./session.js";
import { VERSION } from "./version.js";

const EXAMPLES = `Examples:
  $ vtl render put-item.vtl --body order.json
  $ vtl render put-item.vtl --event event.json --expect expected.json
  $ echo '{"id": 7}' | vtl render --inline '$input.json("$.id")' --body -
  $ vtl compile put-item.vtl -o put-item.mjs
`;

/** Builds the command line, loading the modules of those commands that `args` names. */
export async function createProgram(args: readonly string[], around: Omit<Session, "scopeFlags">): Promise<Command> {
  const session: Session = { ...around, scopeFlags: () => program.opts<ScopeFlags>() };
  const program: Command = new Command("vtl")
    .description("Run AWS API Gateway mapping templates (VTL) on this machine.")
    .usage("COMMAND [options]")
    .version(VERSION, "--version", "print the version")
    .helpOption("-h, --help", "show the help")
    .helpCommand("help [command]", "show the help of a command")
    .option("--root <folder>", "where files may lie that others name (default: the repository around the paths)")
    .option("--allow-outside <path>", "a file or folder outside of it that may be read too; may be repeated", collect)
    .option("--color", "colour messages, on a pipe too")
    .option("--no-color", "never colour messages")
    .option("--debug", "show stack traces of errors")
    .addHelpText("before", EXAMPLES)
    .addHelpText("after", `\nReport problems at ${ISSUES_URL}`)
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => session.io.stdout.write(text),
      writeErr: (text) => session.io.stderr.write(text),
      getOutHelpWidth: () => session.io.stdout.columns ?? 100,
      getErrHelpWidth: () => session.io.stderr.columns ?? 100,
      outputError: (text, write) => write(text.replace(/^error:/, `${session.reporter.palette.error("error")}:`)),
    })
    .exitOverride();
  const needsAll = COMMANDS.some((entry) => entry.needsAll && args.includes(entry.name));
  for (const entry of COMMANDS) {
    const command = program.command(entry.name).summary(entry.summary);
    command.showHelpAfterError(`Run 'vtl ${entry.name} --help' for usage.`);
    if (needsAll || args.includes(entry.name)) (await entry.load())(command, session);
  }
  return program.showHelpAfterError("Run 'vtl --help' for usage.");
}
