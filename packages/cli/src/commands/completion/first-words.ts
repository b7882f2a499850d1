import type { OutlinedCommand, OutlinedOption } from "../../options/command-outline.js";

/** What may follow a command's name besides options and files: commands of its own, or the words that its argument may be. */
export function firstWords({ commands, arguments: [first] }: OutlinedCommand): readonly string[] {
  return [...commands.map(({ name }) => name), ...(first?.argChoices ?? [])];
}

/** The options of a command and of those beneath it. */
export function optionsWithin({ options, commands }: OutlinedCommand): readonly OutlinedOption[] {
  const all = [...options, ...commands.flatMap(optionsWithin)];
  return [...new Map(all.map((option) => [option.names[0], option])).values()];
}
