import type { OutlinedCommand, OutlinedOption } from "../../options/command-outline.js";
import { PROJECT_URL } from "../../project-url.js";
import { VERSION } from "../../version.js";

/** The manual page of the program, in the macros of man(7). */
export function manualPage(program: OutlinedCommand): string {
  const { name, description, usage, options, commands } = program;
  const lines = [
    `.TH ${name.toUpperCase()} 1 "" "${name} ${VERSION}" "User Commands"`,
    ".SH NAME",
    `${name} \\- ${text(description)}`,
    ".SH SYNOPSIS",
    `.B ${name}`,
    text(usage),
    ".SH COMMANDS",
    ...commands.filter((command) => command.name !== "help").flatMap((command) => section(command, name)),
    ".SH OPTIONS OF ALL COMMANDS",
    ...options.flatMap(entry),
    ".SH SEE ALSO",
    text(`${PROJECT_URL}/blob/main/docs/cli.md`),
  ];
  return `${lines.join("\n")}\n`;
}

function section(command: OutlinedCommand, around: string): string[] {
  const name = `${around} ${command.name}`;
  const own = command.options.filter(({ names }) => !names.includes("--help"));
  return [
    `.SS ${text(`${name} ${command.usage}`)}`,
    text(command.description),
    ...command.arguments.map(({ description }) => `.br\n${text(`Arguments: ${description}.`)}`),
    ...own.flatMap(entry),
    ...command.commands.flatMap((each) => section(each, name)),
  ];
}

function entry({ names, description, value }: OutlinedOption): string[] {
  const typed = names.map((name) => `\\fB${text(name)}\\fR`).join(", ");
  const placeholder = value === undefined ? "" : ` \\fI${text(value.placeholder)}\\fR`;
  const choices = value === undefined || value.choices.length === 0 ? "" : ` (${value.choices.join(", ")})`;
  const byDefault = value?.default === undefined ? "" : `; ${value.default} by default`;
  return [".TP", typed + placeholder, text(`${description}${choices}${byDefault}`)];
}

/** Backslashes and hyphens are signs of the macros' language, and so is a dot or an apostrophe that begins a line. */
const text = (plain: string): string =>
  plain
    .replace(/\\/g, "\\e")
    .replace(/-/g, "\\-")
    .replace(/^(?=[.'])/gm, "\\&");
