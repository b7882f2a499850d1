import type { OutlinedCommand, OutlinedOption } from "../../options/command-outline.js";
import { firstWords, optionsWithin } from "./first-words.js";

/** Text between single quotes of zsh. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** The colon ends a name, brackets end a description. */
const plain = (text: string): string => text.replace(/[\\[\]:]/g, "\\$&");

function specifications({ names, description, value }: OutlinedOption): string[] {
  const excluded = names.length > 1 ? `(${names.join(" ")})` : "";
  const argument = value === undefined ? "" : `:value:${argumentOf(value.choices)}`;
  // An option that may be repeated is still offered where it stands already: the asterisk allows it.
  return names.map((name) => quoted(`${excluded}*${name}[${plain(description)}]${argument}`));
}

const argumentOf = (choices: readonly string[]): string => (choices.length > 0 ? `(${choices.join(" ")})` : "_files");

/** A script for zsh's completion system. */
export function zshCompletion({ commands }: OutlinedCommand): string {
  const names = commands.map(({ name, summary }) => `    ${quoted(`${name}:${plain(summary)}`)}`);
  const cases = commands.map((command) => {
    const first = firstWords(command);
    const words =
      first.length > 0 ? [quoted(`1:word: _alternative "words:word:(${first.join(" ")})" "files:file:_files"`)] : [];
    const lines = [...optionsWithin(command).flatMap(specifications), ...words, "'*:file:_files'"];
    return `    ${command.name})\n      _arguments ${lines.join(" \\\n        ")}\n      ;;`;
  });
  return `#compdef vtl
# Completion of vtl for zsh: write this to a file named _vtl in a folder of $fpath.
_vtl() {
  local -a commands
  commands=(
${names.join("\n")}
  )
  if ((CURRENT == 2)); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  ((CURRENT--))
  case $command in
${cases.join("\n")}
  esac
}
if [ "$funcstack[1]" = _vtl ]; then _vtl "$@"; else compdef _vtl vtl; fi
`;
}
