/** What a field of one entry a line holds, or what is wrong with it. */
export type ParsedLines =
  | { readonly entries: readonly (readonly [name: string, value: string])[] }
  | { readonly problem: string };

/** Reads `Name: value` lines; a name may occur again. */
export function parseHeaderLines(text: string): ParsedLines {
  return parseLines(text, ":", /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/, "Accept: application/json");
}

/** Reads `name=value` lines, as stage variables are written. */
export function parseVariableLines(text: string): ParsedLines {
  return parseLines(text, "=", /^[0-9A-Za-z_]+$/, "table=Orders");
}

function parseLines(text: string, separator: string, namePattern: RegExp, example: string): ParsedLines {
  const entries: [string, string][] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const at = line.indexOf(separator);
    const name = line.slice(0, at).trim();
    if (at === -1) return { problem: `Line ${index + 1} has no “${separator}”. Write it as ${example}.` };
    if (!namePattern.test(name)) return { problem: `Line ${index + 1}: “${name}” is no name. Write it as ${example}.` };
    entries.push([name, line.slice(at + 1).trim()]);
  }
  return { entries };
}
