import type { Range } from "@apigw-vtl/compiler";

/** Whether a hole has its lines for itself, as a text of directives has. */
export function standsAlone({ start, end }: Range, source: string): boolean {
  let before = start - 1;
  while (before >= 0 && isBlank(source[before]!)) before--;
  let after = end;
  while (after < source.length && isBlank(source[after]!)) after++;
  return (before < 0 || source[before] === "\n") && (after === source.length || source[after] === "\n");
}

function isBlank(character: string): boolean {
  return character !== "\n" && character.trim() === "";
}
