import type { Text } from "@apigw-vtl/compiler";
import { constant, type Hole, type Piece, type Pieces } from "../text/piece.js";

/** The text with what the host fills in as pieces of their own. */
export function textPieces(node: Text, holes: readonly Hole[]): Pieces {
  const { start, end } = node.range;
  const inside = holesWithin(holes, start, end);
  if (inside.length === 0 || node.printed.length !== end - start) return [constant(node.printed)];
  const pieces: Piece[] = [];
  let from = start;
  for (const hole of inside) {
    pieces.push(constant(node.printed.slice(from - start, hole.start - start)));
    pieces.push({ kind: "host", ...hole });
    from = hole.end;
  }
  pieces.push(constant(node.printed.slice(from - start)));
  return pieces;
}

/** Of holes in order of place; there may be as many as there are texts. */
function holesWithin(holes: readonly Hole[], start: number, end: number): readonly Hole[] {
  let low = 0;
  let high = holes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holes[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < holes.length && holes[last]!.end <= end) last++;
  return holes.slice(low, last);
}
