import { allChars } from "../text/char-set.js";
import { appended, blur, characters, keyOfPieces, type Piece, type Pieces, widestTexts } from "../text/piece.js";
import { AnySink } from "./any-sink.js";
import type { Sink } from "./sink.js";

/** Gathers what an interpolated string or a block prints. */
export class TextSink extends AnySink {
  readonly pieces: Pieces;

  constructor(pieces: Pieces = []) {
    super();
    this.pieces = pieces;
  }

  override get key(): string {
    return keyOfPieces(this.pieces);
  }

  override get mergeKey(): string {
    return "text";
  }

  override write(piece: Piece): TextSink {
    return new TextSink(appended(this.pieces, piece));
  }

  override join(other: Sink): TextSink {
    if (!(other instanceof TextSink) || other.key === this.key) return this;
    const [wide, more] = widestTexts([this.pieces, other.pieces]);
    if (wide && !more) return new TextSink(wide);
    const [a, b] = [blur(this.pieces), blur(other.pieces)];
    return new TextSink([{ ...blur([a, b]), min: Math.min(a.min, b.min) }]);
  }

  override doubted(): TextSink {
    return new TextSink([characters(allChars, 0)]);
  }
}
