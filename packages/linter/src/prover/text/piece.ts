import {
  allChars,
  type CharSet,
  charsOf,
  controlChars,
  digits,
  isSubset,
  letters,
  noChars,
  without,
} from "./char-set.js";

/** Kinds of JSON values, as bits. */
export const jsonTypes = { string: 1, number: 2, boolean: 4, null: 8, object: 16, array: 32 } as const;
export const anyJsonType = 63;

/** A part of a printed text. `origins` are the keys of the inputs that it shows. */
export type Piece =
  | { readonly kind: "constant"; readonly text: string }
  /** Any text over `set`, at least `min` (0 or 1) characters long. */
  | { readonly kind: "characters"; readonly set: CharSet; readonly min: number; readonly origins: readonly string[] }
  /** A whole JSON value of one of `types`. */
  | { readonly kind: "json"; readonly types: number; readonly origins: readonly string[] }
  /**
   * `$util.escapeJavaScript`'s: what may stand between JSON quotes, except that an apostrophe may be `\'` (which JSON
   * refuses) if `apostrophe` is set.
   */
  | {
      readonly kind: "escaped";
      readonly set: CharSet;
      readonly apostrophe: boolean;
      readonly origins: readonly string[];
    }
  /** `$util.urlEncode`'s. */
  | { readonly kind: "url-encoded"; readonly set: CharSet; readonly origins: readonly string[] }
  /** What the host fills in at deployment: fits between quotes, nothing else is known. */
  | { readonly kind: "host"; readonly start: number; readonly end: number };

/** Texts joined one after the other. */
export type Pieces = readonly Piece[];

export function constant(text: string): Piece {
  return { kind: "constant", text };
}

export function characters(set: CharSet, min: number, origins: readonly string[] = []): Piece {
  return { kind: "characters", set, min, origins };
}

/** The text if it is known. */
export function constantText(pieces: Pieces): string | undefined {
  let text = "";
  for (const piece of pieces) {
    if (piece.kind !== "constant") return undefined;
    text += piece.text;
  }
  return text;
}

const numberChars = digits | charsOf("+-.E");

export function charsOfPiece(piece: Piece): CharSet {
  switch (piece.kind) {
    case "constant":
      return charsOf(piece.text);
    case "json":
      return (piece.types & ~(jsonTypes.number | jsonTypes.boolean | jsonTypes.null)) === 0
        ? numberChars | letters
        : allChars;
    case "host":
      return without(allChars, controlChars | charsOf('"\\'));
    default:
      return piece.set;
  }
}

export function minLength(piece: Piece): number {
  switch (piece.kind) {
    case "constant":
      return piece.text.length;
    case "characters":
      return piece.min;
    case "json":
      return 1;
    default:
      return 0;
  }
}

export function originsOf(pieces: Pieces): readonly string[] {
  const origins = new Set<string>();
  for (const piece of pieces) {
    if (piece.kind !== "constant" && piece.kind !== "host") for (const origin of piece.origins) origins.add(origin);
  }
  return [...origins].slice(0, 12);
}

/** The pieces as one, of which only the characters are known. */
export function blur(pieces: Pieces): Piece {
  const set = pieces.reduce((union, piece) => union | charsOfPiece(piece), noChars);
  const min = pieces.some((piece) => minLength(piece) > 0) ? 1 : 0;
  return characters(set, min, originsOf(pieces));
}

const MOST_PIECES = 60;

/** Puts texts together: neighbouring constants become one, and too many pieces are blurred. */
export function concatenate(...texts: readonly Pieces[]): Pieces {
  const joined: Piece[] = [];
  for (const piece of texts.flat()) {
    if (piece.kind === "constant" && piece.text === "") continue;
    const last = joined.at(-1);
    if (piece.kind === "constant" && last?.kind === "constant")
      joined[joined.length - 1] = constant(last.text + piece.text);
    else joined.push(piece);
  }
  return joined.length > MOST_PIECES ? [blur(joined)] : joined;
}

const keys = new WeakMap<Piece, string>();

/** Equal keys mean equal sets of texts. */
export function keyOfPieces(pieces: Pieces): string {
  return pieces.map(keyOfPiece).join("|");
}

function keyOfPiece(piece: Piece): string {
  const known = keys.get(piece);
  if (known !== undefined) return known;
  const key = describePiece(piece);
  keys.set(piece, key);
  return key;
}

function describePiece(piece: Piece): string {
  switch (piece.kind) {
    case "constant":
      return JSON.stringify(piece.text);
    case "characters":
      return `c${piece.set.toString(36)}.${piece.min}`;
    case "json":
      return `j${piece.types}`;
    case "escaped":
      return `e${piece.set.toString(36)}.${piece.apostrophe}`;
    case "url-encoded":
      return `u${piece.set.toString(36)}`;
    case "host":
      return `h${piece.start}`;
  }
}

/** Whether each text of `part` is surely one of `whole`. */
export function isCovered(part: Pieces, whole: Pieces): boolean {
  const [only] = whole;
  if (whole.length !== 1 || only?.kind !== "characters") return keyOfPieces(part) === keyOfPieces(whole);
  const blurred = blur(part);
  return blurred.kind === "characters" && isSubset(blurred.set, only.set) && blurred.min >= only.min;
}
