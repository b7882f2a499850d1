import type { Range } from "@apigw-vtl/compiler";

/** What the host might fill in where a document's structure is: a value, nothing, a member, an element. */
const fillings = ["0", "", '"h":0', '"h":0,', "{}", '{"h":0'];

/**
 * The template's texts with what the host may fill in, one for each guess; only what is wrong with all of them is the
 * template's fault. Offsets stay as they are.
 */
export function hostVariants(
  source: string,
  holes: readonly Range[],
  outsideOfStrings: readonly number[],
): readonly string[] {
  const open = holes.filter(({ start }) => outsideOfStrings.includes(start));
  if (open.length === 0) return [source];
  return fillings.flatMap((filling) => {
    if (open.some(({ start, end }) => end - start < filling.length)) return [];
    let text = source;
    for (const { start, end } of open) {
      text = text.slice(0, start) + filling.padEnd(end - start) + text.slice(end);
    }
    return [text];
  });
}
