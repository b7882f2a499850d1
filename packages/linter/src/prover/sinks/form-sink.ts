import { breaksFormName, breaksFormValue, overlaps } from "../text/char-set.js";
import { charsOfPiece, jsonTypes, type Piece } from "../text/piece.js";
import { AnySink } from "./any-sink.js";
import type { OutputPosition, Refusal, Sink } from "./sink.js";

const plainScalars = jsonTypes.number | jsonTypes.boolean | jsonTypes.null;

/**
 * Takes `a=b&c=d`. Whatever is filled in must not hold `&`, `+` or `%` unless it is URL-encoded; a name no `=` either,
 * since the first one ends it.
 */
export class FormSink extends AnySink {
  override readonly position: OutputPosition = "form-value";
  readonly #at: "name" | "value";

  constructor(at: "name" | "value" = "name") {
    super();
    this.#at = at;
  }

  override get key(): string {
    return `form ${this.#at}`;
  }

  override write(piece: Piece, refused: (refusal: Refusal) => void): Sink {
    switch (piece.kind) {
      case "constant":
        return new FormSink(formPlace(piece.text, this.#at));
      case "url-encoded":
      case "host":
        return this;
      default: {
        const breaks = this.#at === "name" ? breaksFormName : breaksFormValue;
        const isScalar = piece.kind === "json" && (piece.types & ~plainScalars) === 0;
        if (!isScalar && overlaps(charsOfPiece(piece), breaks)) {
          refused({ reason: `a form ${this.#at} without $util.urlEncode`, piece });
        }
        return this;
      }
    }
  }
}

/** Whether a form stands in a name or a value after some text. */
export function formPlace(text: string, before: "name" | "value" = "name"): "name" | "value" {
  const pair = text.slice(text.lastIndexOf("&") + 1);
  if (pair.includes("=")) return "value";
  return pair.length < text.length ? "name" : before;
}
