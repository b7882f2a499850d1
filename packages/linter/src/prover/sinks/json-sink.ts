import type { Range } from "@apigw-vtl/compiler";
import { REASONS } from "../reasons.js";
import { breaksJsonString, isSubset, jsonWhitespace, overlaps } from "../text/char-set.js";
import { jsonTypes, type Piece } from "../text/piece.js";
import { describeChar } from "./describe-char.js";
import { isComplete, type JsonPlace, type JsonPosition, jsonStart, positionKey, step } from "./json-automaton.js";
import { faultsOf } from "./json-fault.js";
import { afterWord, recover } from "./json-recovery.js";
import type { OutputPosition, PlaceOf, Refusal, Sink } from "./sink.js";

const scalarsWithoutQuotes = jsonTypes.number | jsonTypes.boolean | jsonTypes.null;

const none: readonly Range[] = [];

/** So many ways to one bracket are told. */
const MOST_COMMAS = 16;

type OnHostValue = (start: number, end: number) => void;

/** What is known of a document beside its position. */
interface Track {
  /** The last comma, while nothing but blanks follows it: on each of the ways that became one. */
  readonly commas: readonly Range[];
  /** `faulty`: a character was refused, and what follows may be due to that; `lost`: brackets are not known any more. */
  readonly trust: "sure" | "faulty" | "lost";
}

/** Takes one JSON document. */
export class JsonSink implements Sink {
  readonly #position: JsonPosition;
  readonly #track: Track;
  /** What the host fills in outside of strings, where it would have to be JSON. */
  readonly #onHostValue: OnHostValue;
  #key: string | undefined;

  constructor(
    onHostValue: OnHostValue,
    position: JsonPosition = jsonStart,
    track: Track = { commas: none, trust: "sure" },
  ) {
    this.#position = position;
    this.#track = track;
    this.#onHostValue = onHostValue;
  }

  get key(): string {
    this.#key ??= positionKey(this.#position) + this.#track.trust;
    return this.#key;
  }

  get mergeKey(): string {
    return this.key;
  }

  join(other: Sink): JsonSink {
    if (!(other instanceof JsonSink) || this.covers(other)) return this;
    const commas = new Map([...this.#track.commas, ...other.#track.commas].map((comma) => [comma.start, comma]));
    const last = [...commas.values()].sort((a, b) => a.start - b.start).slice(-MOST_COMMAS);
    return new JsonSink(this.#onHostValue, this.#position, { ...this.#track, commas: last });
  }

  covers(other: Sink): boolean {
    if (!(other instanceof JsonSink)) return false;
    const { commas } = this.#track;
    const its = other.#track.commas;
    if (its === commas) return true;
    const isFull = commas.length === MOST_COMMAS;
    return its.every(({ start }) => commas.some((comma) => comma.start === start || (isFull && start < comma.start)));
  }

  doubted(): JsonSink {
    return new JsonSink(this.#onHostValue, this.#position, { commas: none, trust: "lost" });
  }

  get isSound(): boolean {
    return this.#track.trust === "sure";
  }

  get places(): readonly Range[] {
    return this.#track.commas;
  }

  get position(): OutputPosition {
    return positions[this.#position.at](this.#position);
  }

  /** The brackets that would still have to be closed, outermost first; none where that is not known for sure. */
  get unclosed(): string {
    const isText = this.position === "json-string" || this.position === "json-key";
    return this.isSound && !isText ? this.#position.open : "";
  }

  end(): Refusal | undefined {
    if (isComplete(this.#position)) return undefined;
    const nothing = this.#position.at === "value" && this.#position.open === "";
    return {
      reason: nothing ? REASONS.nothing : "the document ends too early",
      piece: undefined,
      isBlank: nothing,
    };
  }

  write(piece: Piece, refused: (refusal: Refusal) => void, placeOf: PlaceOf): JsonSink | undefined {
    if (piece.kind === "constant") return this.#constant(piece.text, refused, placeOf);
    const { at } = this.#position;
    if (at === "string") {
      const reason = reasonInString(piece);
      if (reason !== undefined) refused({ reason, piece });
      return this;
    }
    if (piece.kind === "characters" && isSubset(piece.set, jsonWhitespace) && isBetweenTokens(at)) return this;
    const isValuePlace = at === "value" || at === "array-start";
    if (piece.kind === "host") {
      if (isValuePlace && piece.isValue) return this.#after("after-value");
      this.#onHostValue(piece.start, piece.end);
      const after = isValuePlace ? this.#after("after-value") : this;
      return isValuePlace && !piece.isAlone ? after : after.doubted();
    }
    if (piece.kind === "json" && isValuePlace) return this.#after("after-value");
    if (piece.kind === "json" && piece.types === jsonTypes.string && (at === "name" || at === "object-start")) {
      return this.#after("colon");
    }
    // A value that is not known may be many things, but hardly the colon after a name.
    const fault = { kind: "misplaced", range: placeOf(0), expected: "colon" } as const;
    const isMisplaced = at === "colon" && this.#track.trust === "sure";
    refused({ reason: outsideString(piece), piece, ...(isMisplaced && { faults: [fault] }) });
    if (isValuePlace) return this.#after("after-value");
    if (at === "escape") return this.#after("string");
    return endsWord(at) ? this : this.doubted();
  }

  #constant(text: string, refused: (refusal: Refusal) => void, placeOf: PlaceOf): JsonSink | undefined {
    let position = this.#position;
    let { commas, trust } = this.#track;
    for (let offset = 0; offset < text.length; offset++) {
      if (position.at === "string") {
        offset = endOfPlain(text, offset);
        if (offset === text.length) break;
      }
      const char = text[offset]!;
      if (position.at === "word") {
        if (/[\w.+-]/.test(char)) continue;
        position = afterWord(position);
      }
      let next = step(position, char);
      if (next === undefined) {
        const faults = faultsOf(position, char, commas, placeOf(offset));
        const [fault] = faults;
        const isTold = fault.kind === "trailing-comma" ? trust !== "lost" : trust === "sure";
        if (isTold) refused({ reason: `${describeChar(char)} may not stand here in JSON`, piece: undefined, faults });
        next = recover(position, char);
        if (next === undefined) return undefined;
        if (fault.kind !== "trailing-comma" && trust === "sure") trust = "faulty";
        if (fault.kind === "misplaced" && fault.expected === "bracket") trust = "lost";
      }
      const isComma = char === "," && (next.at === "value" || next.at === "name");
      if (isComma) commas = [placeOf(offset)];
      else if (next !== position) commas = none;
      position = next;
    }
    return new JsonSink(this.#onHostValue, position, { commas, trust });
  }

  #after(at: JsonPlace): JsonSink {
    const track = { ...this.#track, commas: none };
    return new JsonSink(
      this.#onHostValue,
      { ...this.#position, at, rest: "", isName: at === "string" && this.#position.isName },
      track,
    );
  }
}

const plain = /[^"\\\u0000-\u001f]*/y;

/** Where the characters of a string end that mean themselves. */
function endOfPlain(text: string, from: number): number {
  plain.lastIndex = from;
  plain.test(text);
  return plain.lastIndex;
}

const inDocument = ({ open }: JsonPosition, otherwise: OutputPosition): OutputPosition =>
  open === "" ? "json-document" : otherwise;
const bare = (position: JsonPosition) => inDocument(position, "json-bare");
const between = (): OutputPosition => "json-between";
const string = ({ isName }: JsonPosition): OutputPosition => (isName ? "json-key" : "json-string");

const positions: Readonly<Record<JsonPlace, (position: JsonPosition) => OutputPosition>> = {
  value: (position) => inDocument(position, "json-value"),
  "array-start": () => "json-first-item",
  "object-start": between,
  name: between,
  colon: between,
  "after-value": between,
  string,
  escape: string,
  unicode: string,
  literal: bare,
  minus: bare,
  zero: bare,
  integer: bare,
  point: bare,
  fraction: bare,
  exponent: bare,
  "exponent-sign": bare,
  "exponent-digits": bare,
  word: bare,
};

function isBetweenTokens(at: JsonPlace): boolean {
  return ["value", "array-start", "object-start", "name", "colon", "after-value"].includes(at);
}

/** Whether a word or number may go on. */
function endsWord(at: JsonPlace): boolean {
  return !isBetweenTokens(at);
}

function reasonInString(piece: Piece): string | undefined {
  switch (piece.kind) {
    case "characters":
      return overlaps(piece.set, breaksJsonString) ? REASONS.unescaped : undefined;
    case "json":
      return (piece.types & ~scalarsWithoutQuotes) === 0 ? undefined : REASONS.ownQuotes;
    case "escaped":
      return piece.apostrophe ? REASONS.apostrophe : undefined;
    default:
      return undefined;
  }
}

function outsideString(piece: Piece): string {
  if (piece.kind === "characters" && piece.min === 0) return REASONS.outsideOrMissing;
  if (piece.kind === "json") return "a JSON value where JSON expects none";
  return REASONS.outside;
}
