import type { Range } from "@apigw-vtl/compiler";
import { constant, hasOwnQuotes, type Piece } from "../text/piece.js";
import { JsonSink } from "./json-sink.js";
import type { OutputPosition, PlaceOf, Refusal, Sink } from "./sink.js";

/** What is known of the value string that is open. */
interface OpenString {
  /** The characters of an escape that is not complete yet. */
  readonly partial: string;
  /** `undefined`: the text is no JSON; else its beginning, as long as it may become some. */
  readonly beginning: string | undefined;
  /** The document that the text is, once it has begun like one. */
  readonly document: Sink | undefined;
}

const opened: OpenString = { partial: "", beginning: "", document: undefined };

/** The beginning of a text that is meant as JSON: brackets and a quote. */
const beginsJson = /^\s*[[{][[{\s]*"$/;
const mayBeginJson = /^[[{\s]*$/;

/**
 * Takes one JSON document in which strings that the template begins like JSON, `"{\"a\": …}"`, are JSON themselves, at
 * any depth.
 */
export class NestedJsonSink implements Sink {
  readonly #outer: JsonSink;
  readonly #string: OpenString | undefined;

  constructor(outer: JsonSink, string?: OpenString) {
    this.#outer = outer;
    this.#string = string;
  }

  get key(): string {
    if (this.#string === undefined) return this.#outer.key;
    const { partial, beginning, document } = this.#string;
    return `${this.#outer.key}~${partial}~${document?.key ?? beginning ?? "-"}`;
  }

  get mergeKey(): string {
    return this.key;
  }

  get places(): readonly Range[] {
    return this.#outer.places;
  }

  get position(): OutputPosition {
    return this.#outer.position;
  }

  get isSound(): boolean {
    return this.#outer.isSound;
  }

  /** The brackets that would still have to be closed, outermost first. */
  get unclosed(): string {
    return this.#outer.unclosed;
  }

  join(other: Sink): Sink {
    if (!(other instanceof NestedJsonSink)) return this;
    return new NestedJsonSink(this.#outer.join(other.#outer), this.#string);
  }

  covers(other: Sink): boolean {
    return other instanceof NestedJsonSink && this.#outer.covers(other.#outer);
  }

  doubted(): Sink {
    return new NestedJsonSink(this.#outer.doubted(), this.#string && plain);
  }

  end(): Refusal | undefined {
    return this.#outer.end();
  }

  write(piece: Piece, refused: (refusal: Refusal) => void, placeOf: PlaceOf): Sink | undefined {
    if (piece.kind === "constant") return this.#constant(piece.text, piece.isGiven === true, refused, placeOf);
    let isRefused = false;
    const outer = this.#outer.write(
      piece,
      (refusal) => {
        isRefused = true;
        refused(refusal);
      },
      placeOf,
    );
    if (outer === undefined) return undefined;
    const document = isRefused ? undefined : this.#string?.document;
    if (document === undefined) {
      if (!isRefused && this.#isBegunBefore(piece)) refused({ reason: UNSEEN, piece, isNested: true });
      const string = this.#string && plain;
      return outer === this.#outer && string === this.#string ? this : new NestedJsonSink(outer, string);
    }
    const inner = piece.kind === "escaped" ? piece.of : piece;
    const after = document.write(inner, (refusal) => refused(nested(refusal)), placeOf);
    return new NestedJsonSink(outer, after ? { ...opened, document: after } : plain);
  }

  /** Whether brackets begin a document of which the rest is an escaped text with quotes of the template's own. */
  #isBegunBefore(piece: Piece): boolean {
    const { beginning = "" } = this.#string ?? plain;
    return /[[{]/.test(beginning) && piece.kind === "escaped" && hasOwnQuotes([piece.of]);
  }

  #constant(text: string, isGiven: boolean, refused: (refusal: Refusal) => void, placeOf: PlaceOf): Sink | undefined {
    let outer: JsonSink | undefined = this.#outer;
    let string = this.#string;
    const isPlain = !isGiven && !mayHoldJson(text);
    for (let at = 0; at < text.length; ) {
      const start = at;
      if (string === undefined && isPlain) {
        outer = outer.write(constant(text.slice(start)), refused, (offset) => placeOf(start + offset));
        if (outer?.position !== "json-string") return outer && new NestedJsonSink(outer);
        const beginning = text.slice(text.lastIndexOf('"') + 1);
        return new NestedJsonSink(outer, beginning.trim() === "" ? { ...opened, beginning } : plain);
      }
      const reading = string && readString(text, at, string.partial);
      const isClosed = reading !== undefined && reading.end < text.length;
      at = reading ? reading.end + (isClosed ? 1 : 0) : endOfQuote(text, at);
      outer = outer.write(constant(text.slice(start, at)), refused, (offset) => placeOf(start + offset));
      if (outer === undefined) return undefined;
      if (string && reading) {
        const tell = (refusal: Refusal) => refused(nested(refusal));
        string = take({ ...string, partial: reading.partial }, reading.decoded, isGiven, tell);
        const last = isClosed ? string.document?.end() : undefined;
        if (last) tell(last);
        if (isClosed) string = undefined;
      } else if (outer.position === "json-string") string = opened;
    }
    return new NestedJsonSink(outer, string);
  }
}

const UNSEEN = "in the JSON within a string: a text that the template puts together is no JSON for every request";

const plain: OpenString = { partial: "", beginning: undefined, document: undefined };

function nested(refusal: Refusal): Refusal {
  const { reason, piece } = refusal;
  return { reason: refusal.isNested ? reason : `in the JSON within a string: ${reason}`, piece, isNested: true };
}

/** Whether a string that a text opens may begin like JSON; into texts with escapes this does not look. */
function mayHoldJson(text: string): boolean {
  return /\\|"\s*[[{]/.test(text);
}

/** The offset behind the next quote. */
function endOfQuote(text: string, at: number): number {
  const quote = text.indexOf('"', at);
  return quote < 0 ? text.length : quote + 1;
}

const escapes: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

/** What a string's text stands for, up to the quote that ends it. */
function readString(text: string, from: number, before: string) {
  let decoded = "";
  let partial = before;
  let end = from;
  for (; end < text.length; end++) {
    const char = text[end]!;
    if (partial === "" && char === '"') break;
    if (partial === "" && char !== "\\") decoded += char;
    else {
      partial += char;
      const isComplete = partial.startsWith("\\u") ? partial.length === 6 : partial.length === 2;
      if (!isComplete) continue;
      decoded += partial.startsWith("\\u")
        ? String.fromCharCode(Number.parseInt(partial.slice(2), 16))
        : (escapes[char] ?? char);
      partial = "";
    }
  }
  return { decoded, partial, end };
}

/** The string after some more of its text; what is given by the request begins no JSON. */
function take(string: OpenString, text: string, isGiven: boolean, refused: (refusal: Refusal) => void): OpenString {
  const { document, beginning } = string;
  if (document) return writeInto(string, document, text, refused);
  if (beginning === undefined || text === "") return string;
  if (isGiven) return { ...string, beginning: undefined };
  for (let length = 1; length <= text.length; length++) {
    const begun = beginning + text.slice(0, length);
    if (beginsJson.test(begun)) {
      const fresh = new NestedJsonSink(new JsonSink(() => undefined));
      return writeInto(string, fresh, begun + text.slice(length), refused);
    }
    if (!mayBeginJson.test(begun)) return { ...string, beginning: undefined };
  }
  return { ...string, beginning: beginning + text };
}

function writeInto(string: OpenString, document: Sink, text: string, refused: (refusal: Refusal) => void): OpenString {
  if (text === "") return string;
  return { ...string, beginning: undefined, document: document.write(constant(text), refused, nowhere) };
}

/** Offsets of a string's own text say nothing about the template. */
const nowhere: PlaceOf = () => ({ start: 0, end: 0 });

/** A part of an output: `isGiven` if what it prints comes from the request. */
export interface OutputPart {
  readonly text: string;
  readonly isGiven: boolean;
}

/** The offset in an output at which JSON within a string of its own goes wrong. */
export function findNestedJsonError(parts: readonly OutputPart[]): number | undefined {
  let sink: Sink | undefined = new NestedJsonSink(new JsonSink(() => undefined));
  let offset = 0;
  let found: number | undefined;
  for (const { text, isGiven } of parts) {
    for (const char of text.split("")) {
      const at = offset++;
      sink = sink?.write(
        { kind: "constant", text: char, ...(isGiven && { isGiven }) },
        ({ isNested }) => {
          if (isNested) found ??= at;
        },
        nowhere,
      );
      if (found !== undefined || sink === undefined) return found;
    }
  }
  return undefined;
}
