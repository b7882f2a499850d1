import type { Range } from "@apigw-vtl/compiler";
import type { FoundTemplate } from "@apigw-vtl/definitions";

/** Where offsets of a deployed template are in the template as its file has it. */
export type Alignment = (range: Range) => Range;

/**
 * The map from a deployed template to the template as found: both have the same text but for holes, which the deployment has
 * filled in. `undefined` if they are not the same template.
 */
export function aligned(
  { text, holes }: Pick<FoundTemplate, "text" | "holes">,
  deployed: string,
): Alignment | undefined {
  if (text === deployed) return (range) => range;
  const fixed = pieces(text, holes);
  const starts: number[] = [];
  let at = 0;
  for (const [i, { piece }] of fixed.entries()) {
    // The first piece begins the text and the last one ends it; between them each comes as soon as it can.
    const found = i === 0 ? 0 : i === fixed.length - 1 ? deployed.length - piece.length : deployed.indexOf(piece, at);
    if (found < at || !deployed.startsWith(piece, found)) return undefined;
    starts.push(found);
    at = found + piece.length;
  }
  const offsetOf = (offset: number, side: "start" | "end"): number => {
    const i = starts.findLastIndex((start) => start <= offset);
    const { start, piece } = fixed[i] ?? { start: 0, piece: "" };
    const within = offset - (starts[i] ?? 0);
    // What has come into a hole is all of it.
    return within <= piece.length
      ? start + within
      : side === "start"
        ? start + piece.length
        : (fixed[i + 1]?.start ?? text.length);
  };
  return ({ start, end }) => ({ start: offsetOf(start, "start"), end: offsetOf(end, "end") });
}

interface Piece {
  readonly piece: string;
  readonly start: number;
}

/** The text between the holes. */
function pieces(text: string, holes: FoundTemplate["holes"]): readonly Piece[] {
  const found: Piece[] = [];
  let start = 0;
  for (const hole of holes) {
    found.push({ piece: text.slice(start, hole.start), start });
    start = hole.end;
  }
  return [...found, { piece: text.slice(start), start }];
}
