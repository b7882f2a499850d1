import type { Command, Option } from "commander";

/** An option as a shell completes it. */
export interface CompletedOption {
  /** `--format` and `-f`, as they are typed. */
  readonly names: readonly string[];
  readonly description: string;
  /** What its value may be; `undefined` for an option without a value. */
  readonly value?: { readonly choices: readonly string[] };
}

/** A command as a shell completes it. */
export interface CompletedCommand {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly CompletedOption[];
  /** Commands of its own, such as `extract` of `vtl templates`. */
  readonly commands: readonly CompletedCommand[];
}

/** What commander knows of a command, for every shell: nothing is listed twice. */
export function completedCommand(command: Command): CompletedCommand {
  const help = command.createHelp();
  return {
    name: command.name(),
    summary: command.summary() || command.description(),
    options: help.visibleOptions(command).map(completedOption),
    commands: command.commands.map(completedCommand),
  };
}

function completedOption(option: Option): CompletedOption {
  const names = [option.long, option.short].filter((name) => name !== undefined);
  const takesValue = option.required || option.optional;
  return {
    names,
    description: option.description,
    ...(takesValue ? { value: { choices: option.argChoices ?? [] } } : {}),
  };
}
