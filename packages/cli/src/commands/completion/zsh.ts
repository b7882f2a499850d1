import type { OutlinedCommand, OutlinedOption } from "../../options/command-outline.js";

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
  const cases = commands.map(({ name, options }) => {
    const lines = [...options.flatMap(specifications), "'*:file:_files'"];
    return `    ${name})\n      _arguments ${lines.join(" \\\n        ")}\n      ;;`;
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
