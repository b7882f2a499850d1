import type { Part } from "../../map/assemble.js";
import type { Literal } from "../../map/literal.js";
import type { Piece } from "../../map/piece.js";

/** What the file shows of what is put into a string: a text as it is, JSON with the places of its literals. */
export type Shown = string | readonly Part[];

/** A literal with the texts that are put into it; JSON stands beside what is before and behind it. */
export function withShown(literal: Literal, pieces: readonly Piece[], shown: ReadonlyMap<number, Shown>): Part[] {
  const parts: Part[] = [];
  let own: Piece[] = [];
  for (const piece of pieces) {
    const filled = piece.kind === "hole" ? shown.get(piece.start) : undefined;
    if (filled === undefined || piece.kind !== "hole") own.push(piece);
    else if (typeof filled === "string") own.push({ ...piece, value: filled });
    else {
      parts.push({ kind: "literal", literal, pieces: own }, ...filled);
      own = [];
    }
  }
  return [...parts, { kind: "literal", literal, pieces: own }];
}
