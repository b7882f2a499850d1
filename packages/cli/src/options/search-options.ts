import type { Command } from "commander";
import { collect } from "./collect.js";

/** The options that say which files are searched, as commander gives them. */
export interface SearchFlags {
  readonly ignorePattern?: readonly string[];
  readonly stdinFilename?: string;
}

/** Gives them to a command, the same to every one that searches a project. */
export function addSearchOptions(command: Command): Command {
  return addIgnoreOption(command).option(
    "--stdin-filename <path>",
    "the path that stands for stdin; its kind and configuration count",
  );
}

/** The one of commands that read no stdin. */
export function addIgnoreOption(command: Command): Command {
  return command.option(
    "--ignore-pattern <pattern>",
    "leave out what matches, as in a .gitignore; may be repeated",
    collect,
  );
}
