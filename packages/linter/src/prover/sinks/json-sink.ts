import { breaksJsonString, isSubset, jsonWhitespace, overlaps } from "../text/char-set.js";
import { jsonTypes, type Piece } from "../text/piece.js";
import { isComplete, type JsonPosition, jsonStart, positionKey, step } from "./json-automaton.js";
import type { Refusal, Sink } from "./sink.js";

const scalarsWithoutQuotes = jsonTypes.number | jsonTypes.boolean | jsonTypes.null;

/** Takes one JSON document. */
export class JsonSink implements Sink {
  readonly #position: JsonPosition;
  /** What the host fills in outside of strings, where it would have to be JSON. */
  readonly onHostValue: (start: number, end: number) => void;

  constructor(onHostValue: (start: number, end: number) => void, position: JsonPosition = jsonStart) {
    this.#position = position;
    this.onHostValue = onHostValue;
  }

  get key(): string {
    return positionKey(this.#position);
  }

  get mergeKey(): string {
    return this.key;
  }

  join(): Sink {
    return this;
  }

  end(): Refusal | undefined {
    if (isComplete(this.#position)) return undefined;
    const nothing = this.#position.at === "value" && this.#position.open === "";
    return { reason: nothing ? "nothing is printed" : "the document ends too early", piece: undefined };
  }

  write(piece: Piece): Sink | Refusal {
    if (piece.kind === "constant") return this.#constant(piece.text);
    const { at } = this.#position;
    if (at === "string") return this.#inString(piece);
    if (piece.kind === "characters" && isSubset(piece.set, jsonWhitespace) && isBetweenTokens(at)) return this;
    const isValuePlace = at === "value" || at === "array-start";
    if (piece.kind === "host") {
      this.onHostValue(piece.start, piece.end);
      return isValuePlace ? this.#at({ ...this.#position, at: "after-value" }) : this;
    }
    if (piece.kind === "json" && isValuePlace) return this.#at({ ...this.#position, at: "after-value" });
    if (piece.kind === "json" && piece.types === jsonTypes.string && (at === "name" || at === "object-start")) {
      return this.#at({ ...this.#position, at: "colon" });
    }
    return {
      reason: outsideString(piece),
      piece,
      recovered: isValuePlace ? this.#at({ ...this.#position, at: "after-value" }) : this,
    };
  }

  #constant(text: string): Sink | Refusal {
    let position: JsonPosition = this.#position;
    for (let offset = 0; offset < text.length; offset++) {
      const next = step(position, text[offset]!);
      if (next === undefined) {
        return { reason: `${describe(text[offset]!)} may not stand here in JSON`, piece: undefined };
      }
      position = next;
    }
    return this.#at(position);
  }

  #inString(piece: Piece): Sink | Refusal {
    switch (piece.kind) {
      case "characters":
        if (!overlaps(piece.set, breaksJsonString)) return this;
        return { reason: "unescaped text between JSON quotes", piece, recovered: this };
      case "json":
        if ((piece.types & ~scalarsWithoutQuotes) === 0) return this;
        return { reason: "JSON with quotes of its own between JSON quotes", piece, recovered: this };
      case "escaped":
        if (!piece.apostrophe) return this;
        return { reason: "$util.escapeJavaScript writes ' as \\', which JSON refuses", piece, recovered: this };
      default:
        return this;
    }
  }

  #at(position: JsonPosition): JsonSink {
    return new JsonSink(this.onHostValue, position);
  }
}

function isBetweenTokens(at: JsonPosition["at"]): boolean {
  return ["value", "array-start", "object-start", "name", "colon", "after-value"].includes(at);
}

function outsideString(piece: Piece): string {
  if (piece.kind === "characters" && piece.min === 0) return "text outside of JSON quotes, which may also be missing";
  if (piece.kind === "json") return "a JSON value where JSON expects none";
  return "text outside of JSON quotes";
}

function describe(char: string): string {
  return char < " " ? `the control character ${JSON.stringify(char)}` : char;
}
