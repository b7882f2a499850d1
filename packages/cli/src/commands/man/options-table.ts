import type { OutlinedCommand, OutlinedOption } from "../../options/command-outline.js";

interface Row {
  readonly option: OutlinedOption;
  readonly commands: string[];
}

/** Every option of every command as a table of Markdown: one row for each meaning, with the commands that have it. */
export function optionsTable(program: OutlinedCommand): string {
  const rows = new Map<string, Row>();
  for (const { command, option } of allOptions(program)) {
    const key = JSON.stringify(option);
    const row = rows.get(key) ?? { option, commands: [] };
    if (!row.commands.includes(command)) row.commands.push(command);
    rows.set(key, row);
  }
  const ordered = [...rows.values()].sort((a, b) => (keyOf(a.option) < keyOf(b.option) ? -1 : 1));
  return `| option | value | commands | does |\n| --- | --- | --- | --- |\n${ordered.map(line).join("")}`;
}

/** The options of all commands; of the program itself those that all have. */
export function allOptions(program: OutlinedCommand): { readonly command: string; readonly option: OutlinedOption }[] {
  const ofCommand = (outline: OutlinedCommand, name: string): ReturnType<typeof allOptions> => [
    ...outline.options.map((option) => ({ command: name, option })),
    ...outline.commands.flatMap((each) => ofCommand(each, `${name} ${each.name}`.trim())),
  ];
  return [
    ...program.options.map((option) => ({ command: "all", option })),
    ...program.commands.flatMap((each) => ofCommand(each, each.name)),
  ].filter(({ command, option }) => command === "all" || !option.names.includes("--help"));
}

const keyOf = ({ names, description }: OutlinedOption): string => `${names[0]} ${description}`;

function line({ option: { names, value, description }, commands }: Row): string {
  const choices = value === undefined || value.choices.length === 0 ? "" : `: ${value.choices.join(", ")}`;
  const byDefault = value?.default === undefined ? "" : `; \`${value.default}\` by default`;
  const cells = [
    names.map((name) => `\`${name}\``).join(", "),
    value === undefined ? "" : `\`${value.placeholder}\``,
    commands.join(", "),
    `${description}${choices}${byDefault}`,
  ];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |\n`;
}
