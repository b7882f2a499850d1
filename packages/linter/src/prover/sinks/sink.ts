import type { Range } from "@apigw-vtl/compiler";
import type { Piece, Pieces } from "../text/piece.js";
import type { JsonFault } from "./json-fault.js";

/** Why a text may not be printed where it would be. */
export interface Refusal {
  readonly reason: string;
  readonly piece: Piece | undefined;
  /** What is wrong with a text of the template itself. */
  readonly faults?: readonly JsonFault[];
  /** Whether it is about JSON within a string of the document. */
  readonly isNested?: boolean;
  /** Whether nothing but blanks was printed. */
  readonly isBlank?: boolean;
}

/** Where text is printed. */
export type OutputPosition =
  /** Between the quotes of a string. */
  | "json-string"
  /** Between the quotes of a member's name. */
  | "json-key"
  /** Where a value belongs. */
  | "json-value"
  /** First in a list, which may as well be empty. */
  | "json-first-item"
  /** After the start of a number or word. */
  | "json-bare"
  /** The whole document. */
  | "json-document"
  /** Where only a comma, a bracket or a name can stand. */
  | "json-between"
  | "form-value"
  | "other";

/** The place in the template of the character at an offset of the text that is printed. */
export type PlaceOf = (offset: number) => Range;

/** Where printed text goes. Immutable. */
export interface Sink {
  /** Sinks with equal keys take the same texts from here on. */
  readonly key: string;
  /** States whose sinks have equal merge keys may be made one, with `join`. */
  readonly mergeKey: string;
  readonly position: OutputPosition;
  /** Places in the template that it may yet tell of. */
  readonly places: readonly Range[];
  /** Whether nothing was refused so far that makes all that follows uncertain: then it is not worth to keep ways apart. */
  readonly isSound: boolean;
  /** Where the output stands after a text; if that may not stand here, after a harmless one in its place. */
  write(piece: Piece, refused: (refusal: Refusal) => void, placeOf: PlaceOf): Sink | undefined;
  /** Whether the output may end here. */
  end(): Refusal | undefined;
  join(other: Sink): Sink;
  /** Whether it knows all that the other one does, which takes the same texts. */
  covers(other: Sink): boolean;
  /** The sink behind something that is not followed, which may have printed anything. */
  doubted(): Sink;
}

export type Writing = (piece: Piece, sink: Sink) => void;

/** Who is told of what is written. */
export interface Listeners {
  /** Of what may not be printed. */
  readonly refused: (refusal: Refusal) => void;
  readonly placeOf?: PlaceOf;
  /** Of each piece, and where it is written to. */
  readonly writing?: Writing;
}

/** Writes all pieces, as far as that can go on. */
export function writeAll(
  sink: Sink,
  pieces: Pieces,
  { refused, placeOf = nowhere, writing }: Listeners,
): Sink | undefined {
  let current: Sink | undefined = sink;
  let written = 0;
  for (const piece of pieces) {
    writing?.(piece, current);
    const start = written;
    current = current.write(piece, refused, (offset) => placeOf(start + offset));
    if (current === undefined) return undefined;
    written += piece.kind === "constant" ? piece.text.length : piece.kind === "host" ? piece.end - piece.start : 0;
  }
  return current;
}

const nowhere: PlaceOf = (offset) => ({ start: offset, end: offset });
