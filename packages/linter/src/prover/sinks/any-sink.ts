import type { Piece } from "../text/piece.js";
import type { OutputPosition, PlaceOf, Refusal, Sink } from "./sink.js";

/** Takes any text: what is printed is neither JSON nor a form. */
export class AnySink implements Sink {
  readonly position: OutputPosition = "other";
  readonly isSound = true;
  readonly places = [];

  get key(): string {
    return "any";
  }

  get mergeKey(): string {
    return this.key;
  }

  write(_piece: Piece, _refused: (refusal: Refusal) => void, _placeOf?: PlaceOf): Sink {
    return this;
  }

  end(): undefined {
    return undefined;
  }

  join(_other: Sink): Sink {
    return this;
  }

  covers(): boolean {
    return true;
  }

  doubted(): Sink {
    return this;
  }
}
