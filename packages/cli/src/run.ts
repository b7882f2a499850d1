import { CommanderError } from "commander";
import { COMMANDS } from "./commands/registry.js";
import { ExitCode } from "./exit-code.js";
import type { Io } from "./io/io.js";
import { createProgram } from "./program.js";
import { ISSUES_URL } from "./project-url.js";
import { paletteFor, wantsColour } from "./terminal/palette.js";
import { reportFailure } from "./terminal/report-failure.js";
import { Reporter } from "./terminal/reporter.js";

/**
 * Runs the program in this process; never throws and never exits it.
 * @param args the command line without the interpreter and the script
 * @returns what the process shall end with
 */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  // Looked up before parsing, since errors of the parsing itself are coloured too.
  const last = args.findLast((arg) => arg === "--color" || arg === "--no-color");
  const colour = last === undefined ? undefined : last === "--color";
  const reporter = new Reporter(io.stderr, paletteFor(wantsColour(io.stderr, io.env, colour)));
  const stdoutPalette = paletteFor(wantsColour(io.stdout, io.env, colour));
  let exitCode: ExitCode = ExitCode.ok;
  const exit = (code: ExitCode) => {
    exitCode = code;
  };
  try {
    const program = await createProgram(args, { io, reporter, stdoutPalette, exit });
    // Commander shows the help of everything for a command that does not exist.
    const isUnknown = args[0] === "help" && /^\w/.test(args[1] ?? "") && !COMMANDS.some(({ name }) => name === args[1]);
    await program.parseAsync(isUnknown ? args.slice(1) : args, { from: "user" });
    return exitCode;
  } catch (error) {
    return fail(error, reporter, args.includes("--debug"));
  }
}

function fail(error: unknown, reporter: Reporter, debug: boolean): ExitCode {
  // Commander has written its message already. Its own codes are 0 for --help and --version, else 1.
  if (error instanceof CommanderError) return error.exitCode === 0 ? ExitCode.ok : ExitCode.usage;
  if (!reportFailure(error, reporter)) {
    const message = error instanceof Error ? error.message : String(error);
    const hint = `this is a defect of vtl; please report it with what --debug prints at ${ISSUES_URL}`;
    reporter.problem({ severity: "error", message: `internal error: ${message}`, hint });
  }
  if (debug && error instanceof Error) reporter.line(error.stack ?? "");
  return ExitCode.usage;
}
