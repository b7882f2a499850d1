import type { OutlinedCommand } from "../../options/command-outline.js";
import { firstWords, optionsWithin } from "./first-words.js";

const words = (list: readonly string[]): string => list.join(" ");

/** A script for bash 3.2 and later: commands, options, values of options that have a few, and files. */
export function bashCompletion({ commands }: OutlinedCommand): string {
  const options = commands.map(
    (command) => `    ${command.name}) options="${words(optionsWithin(command).flatMap(({ names }) => names))}" ;;`,
  );
  const first = commands
    .filter((command) => firstWords(command).length > 0)
    .map((command) => `    ${command.name}) first="${words(firstWords(command))}" ;;`);
  const choices = commands.flatMap((command) =>
    optionsWithin(command)
      .filter(({ value }) => value !== undefined && value.choices.length > 0)
      .map(({ names, value }) => {
        const cases = names.map((option) => `"${command.name} ${option}"`).join(" | ");
        return `    ${cases}) choices="${words(value?.choices ?? [])}" ;;`;
      }),
  );
  return `# Completion of vtl for bash: source this file, or write it to the folder of bash-completion.
_vtl() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]} command=\${COMP_WORDS[1]}
  local options="" choices="" first=""
  if ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W "${words(commands.map(({ name }) => name))} --help --version" -- "$word"))
    return
  fi
  case $command in
${options.join("\n")}
  esac
  if ((COMP_CWORD == 2)); then
    case $command in
${first.join("\n")}
    esac
  fi
  case "$command $before" in
${choices.join("\n")}
  esac
  if [ -n "$choices" ]; then
    COMPREPLY=($(compgen -W "$choices" -- "$word"))
  elif [[ $word == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$word"))
  else
    COMPREPLY=($(compgen -W "$first" -- "$word"))
    if ((\${#COMPREPLY[@]} == 0)); then COMPREPLY=($(compgen -f -- "$word")); fi
  fi
}
complete -o filenames -F _vtl vtl
`;
}
