import type { TokenizedLine } from "./tokenizer.js";

/** Scopes that say where a part is, not what it is, and those of single marks: they would drown the others. */
const LEFT_OUT = /^(?:text\.vtl|source\.|meta\.|new\.expr|punctuation\.)/;

/**
 * A file with the scopes under each line, outer ones first, for reading:
 *
 *     >#set($x = 1)
 *      ^^^^         keyword.other.assignment
 *           ^^      variable.other.readwrite
 *
 * Neighbours with the same scopes are one; what has none is not listed. `.vtl` at the end of a scope is left out.
 */
export function scopesUnderLines(lines: readonly TokenizedLine[]): string {
  return lines.flatMap((line) => [`>${line.text}`, ...marksOf(line)]).join("\n");
}

function marksOf({ text, tokens }: TokenizedLine): readonly string[] {
  const marks: { start: number; end: number; scopes: string }[] = [];
  for (const { start, end, scopes } of tokens) {
    const said = scopes.filter((scope) => !LEFT_OUT.test(scope)).map((scope) => scope.replace(/\.vtl$/, ""));
    const last = marks.at(-1);
    if (last?.scopes === said.join(" ") && last.end === start) last.end = end;
    else marks.push({ start, end, scopes: said.join(" ") });
  }
  return marks
    .filter(({ start, end, scopes }) => scopes !== "" && text.slice(start, end).trim() !== "")
    .map(({ start, end, scopes }) => ` ${" ".repeat(start)}${"^".repeat(end - start)} ${scopes}`);
}
