import { runtimeText } from "virtual:runtime-pieces";

/** Text of the runtime, and what it needs; all but the text is left out where there is nothing. */
export interface RuntimePart {
  readonly text: readonly (string | RuntimeMember)[];
  /** Numbers of the pieces that it cannot do without. */
  readonly uses?: readonly number[];
  /** The members that it may call, by their keys. */
  readonly mentions?: readonly string[];
}

/**
 * A method of a class of ours or, with a colon before its name, of a Java class; with a question mark, an `optional`
 * part; with an equals sign before the number of a class, what is for its instances only.
 */
export interface RuntimeMember extends RuntimePart {
  readonly key: string;
  /** What stands in its place where it is left out. */
  readonly otherwise?: string;
}

/** A declaration. */
export interface RuntimePiece extends RuntimePart {
  readonly name: string;
}

/** The runtime in pieces, made at build time by `scripts/runtime-pieces.mjs`. */
export interface RuntimePieces {
  readonly pieces: readonly RuntimePiece[];
  /** By the name that generated code knows, the number of the piece that declares it. */
  readonly exports: Readonly<Record<string, number>>;
}

let read: RuntimePieces | undefined;

/** Reads them when the first module is written. */
export function runtimePieces(): RuntimePieces {
  read ??= JSON.parse(runtimeText()) as RuntimePieces;
  return read;
}
