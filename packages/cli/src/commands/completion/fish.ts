import type { OutlinedCommand, OutlinedOption } from "../../options/command-outline.js";
import { firstWords, optionsWithin } from "./first-words.js";

/** Text between single quotes of fish. */
const quoted = (text: string): string => `'${text.replace(/[\\']/g, "\\$&")}'`;

function optionLine(command: string, { names, description, value }: OutlinedOption): string {
  const spelled = names.map((name) => (name.startsWith("--") ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`));
  const argument =
    value === undefined ? "" : value.choices.length > 0 ? ` -x -a ${quoted(value.choices.join(" "))}` : " -r -F";
  const within = quoted(`__fish_seen_subcommand_from ${command}`);
  return `complete -c vtl -n ${within} ${spelled.join(" ")}${argument} -d ${quoted(description)}`;
}

/** The command has no word after it yet. */
const onlyAfter = (command: OutlinedCommand): string =>
  quoted(
    `__fish_seen_subcommand_from ${command.name}; and not __fish_seen_subcommand_from ${firstWords(command).join(" ")}`,
  );

/** A script for fish. */
export function fishCompletion({ commands }: OutlinedCommand): string {
  const names = commands.map(
    ({ name, summary }) => `complete -c vtl -n __fish_use_subcommand -f -a ${name} -d ${quoted(summary)}`,
  );
  const first = commands.flatMap((command) =>
    firstWords(command).map((word) => `complete -c vtl -n ${onlyAfter(command)} -f -a ${word}`),
  );
  const options = commands.flatMap((command) =>
    optionsWithin(command).map((option) => optionLine(command.name, option)),
  );
  return `# Completion of vtl for fish: write this to ~/.config/fish/completions/vtl.fish.
${[...names, ...first, ...options].join("\n")}
`;
}
