import type { Argument, Command, Option } from "commander";

/** An option as it is typed and told of. */
export interface OutlinedOption {
  /** `--format` and `-f`, as they are typed. */
  readonly names: readonly string[];
  readonly description: string;
  /** `undefined` for an option without a value. */
  readonly value?: {
    /** What stands for it in the help: `<format>`. */
    readonly placeholder: string;
    /** What it may be, if that is one of a few. */
    readonly choices: readonly string[];
    readonly default?: string;
  };
}

/** A command as commander knows it. */
export interface OutlinedCommand {
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  /** What follows the name: `[options] [paths...]`. */
  readonly usage: string;
  readonly arguments: readonly Pick<Argument, "description" | "argChoices">[];
  readonly options: readonly OutlinedOption[];
  /** Commands of its own, such as `extract` of `vtl templates`. */
  readonly commands: readonly OutlinedCommand[];
}

/** What commander knows of a command, for completions, the manual and its tables: nothing is listed twice. */
export function commandOutline(command: Command): OutlinedCommand {
  return {
    name: command.name(),
    summary: command.summary() || command.description(),
    description: command.description(),
    usage: command.usage(),
    arguments: command.registeredArguments,
    options: command.createHelp().visibleOptions(command).map(outlinedOption),
    commands: command.commands.map(commandOutline),
  };
}

function outlinedOption({ long, short, flags, description, argChoices, defaultValue }: Option): OutlinedOption {
  const names = [long, short].filter((name) => name !== undefined);
  const placeholder = /[<[].*/.exec(flags)?.[0];
  if (placeholder === undefined) return { names, description };
  const value = { placeholder, choices: argChoices ?? [] };
  return { names, description, value: { ...value, ...(defaultValue !== undefined && { default: `${defaultValue}` }) } };
}
