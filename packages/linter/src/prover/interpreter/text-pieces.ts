import type { Text } from "@apigw-vtl/compiler";
import { constant, type Hole, type Piece, type Pieces } from "../text/piece.js";

/** The text with what the host fills in as pieces of their own. */
export function textPieces(node: Text, holes: readonly Hole[]): Pieces {
  const { start, end } = node.range;
  const inside = holes.filter((hole) => hole.start >= start && hole.end <= end);
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
