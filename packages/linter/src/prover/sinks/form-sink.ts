import { breaksForm, overlaps } from "../text/char-set.js";
import { charsOfPiece, type Piece } from "../text/piece.js";
import type { Refusal, Sink } from "./sink.js";

/** Takes `a=b&c=d`: whatever is filled in must not hold `&`, `=`, `+` or `%` unless it is URL-encoded. */
export class FormSink implements Sink {
  readonly key = "form";
  readonly mergeKey = "form";
  readonly position = "form-value";
  readonly isSound = true;

  write(piece: Piece, refused: (refusal: Refusal) => void): Sink {
    if (piece.kind === "constant" || piece.kind === "url-encoded" || piece.kind === "host") return this;
    const isSafe =
      !overlaps(charsOfPiece(piece), breaksForm) || (piece.kind === "json" && (piece.types & 0b110001) === 0);
    if (!isSafe) refused({ reason: "a form value without $util.urlEncode", piece });
    return this;
  }

  end(): undefined {
    return undefined;
  }

  join(): Sink {
    return this;
  }

  covers(): boolean {
    return true;
  }

  doubted(): Sink {
    return this;
  }
}
