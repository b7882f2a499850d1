import type { HoleRange } from "@apigw-vtl/definitions";

const VALUE = "0";

/** What the host might fill in where a document's structure is: a value, a name, nothing, a member, an element. */
const fillings = [VALUE, '"h"', "", '"h":0', '"h":0,', "{}", '{"h":0'];

/**
 * The template's texts with what the host may fill in, one for each guess; only what is wrong with all of them is the
 * template's fault. Offsets stay as they are.
 */
export function hostVariants(
  source: string,
  holes: readonly HoleRange[],
  outsideOfStrings: readonly number[],
): readonly string[] {
  const isOpen = ({ start }: HoleRange): boolean => outsideOfStrings.includes(start);
  const filled = filledWith(
    VALUE,
    source,
    holes.filter((hole) => hole.isValue && !isOpen(hole)),
  );
  const open = holes.filter(isOpen);
  if (open.length === 0) return [filled];
  const alike = variantsOf(filled, open);
  // The value of a member can be nothing else, whatever stands beside it.
  const others = open.filter(({ start }) => !source.slice(0, start).trimEnd().endsWith(":"));
  if (others.length === 0 || others.length === open.length) return alike;
  const values = open.filter((hole) => !others.includes(hole));
  return [...alike, ...variantsOf(filledWith(VALUE, filled, values), others)];
}

function variantsOf(source: string, holes: readonly HoleRange[]): string[] {
  return fillings.flatMap((filling) =>
    holes.some(({ start, end }) => end - start < filling.length) ? [] : [filledWith(filling, source, holes)],
  );
}

function filledWith(filling: string, source: string, holes: readonly HoleRange[]): string {
  let text = source;
  for (const { start, end } of holes) text = text.slice(0, start) + filling.padEnd(end - start) + text.slice(end);
  return text;
}
