import type { Piece, Pieces } from "../text/piece.js";

/** Why a text may not be printed where it would be. */
export interface Refusal {
  readonly reason: string;
  readonly piece: Piece | undefined;
  /** Where the output would stand if a harmless text had been printed instead. */
  readonly recovered?: Sink;
}

/** Where printed text goes. Immutable. */
export interface Sink {
  /** Sinks with equal keys take the same texts from here on. */
  readonly key: string;
  /** States whose sinks have equal merge keys may be made one, with `join`. */
  readonly mergeKey: string;
  write(piece: Piece): Sink | Refusal;
  /** Whether the output may end here. */
  end(): Refusal | undefined;
  join(other: Sink): Sink;
}

function isRefusal(result: Sink | Refusal): result is Refusal {
  return "reason" in result;
}

/** Writes all pieces, as far as that can go on; `refused` is told what may not be printed. */
export function writeAll(sink: Sink, pieces: Pieces, refused: (refusal: Refusal) => void): Sink | undefined {
  let current = sink;
  for (const piece of pieces) {
    const next = current.write(piece);
    if (isRefusal(next)) {
      refused(next);
      if (next.recovered === undefined) return undefined;
      current = next.recovered;
    } else current = next;
  }
  return current;
}
