import type { Reference } from "@apigw-vtl/compiler";
import type { HoleRange } from "@apigw-vtl/definitions";
import { remembered, rememberedByKey } from "../../remembered.js";
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

/** A part of the template's text that the host fills in. */
export interface Hole extends HoleRange {
  /** Whether it has its lines for itself, as a text of directives has. */
  readonly isAlone?: boolean;
}

/** What pieces have that are not known to the template. */
interface Shown {
  /** The keys of the inputs that it shows. */
  readonly origins: readonly string[];
  /** The reference that printed it into a text. */
  readonly site?: Reference | undefined;
}

/** A part of a printed text. */
export type Piece =
  /** `isGiven`: in an output that is looked at, what the request has given. */
  | { readonly kind: "constant"; readonly text: string; readonly isGiven?: boolean }
  /** Any text over `set`, at least `min` (0 or 1) characters long. `quotes`: of them the template has written some. */
  | ({ readonly kind: "characters"; readonly set: CharSet; readonly min: number; readonly quotes?: true } & Shown)
  /** A whole JSON value of one of `types`. `isRequest`: as it was sent. */
  | ({ readonly kind: "json"; readonly types: number; readonly isRequest?: boolean } & Shown)
  /**
   * `$util.escapeJavaScript`'s: what may stand between JSON quotes, except that an apostrophe may be `\'` (which JSON
   * refuses) if `apostrophe` is set.
   */
  | ({ readonly kind: "escaped"; readonly set: CharSet; readonly apostrophe: boolean; readonly of: Piece } & Shown)
  /** `$util.urlEncode`'s. */
  | ({ readonly kind: "url-encoded"; readonly set: CharSet } & Shown)
  /** What the host fills in at deployment: fits between quotes, nothing else is known. */
  | ({ readonly kind: "host" } & Hole);

/** Texts joined one after the other. */
export type Pieces = readonly Piece[];

export function constant(text: string): Piece {
  return { kind: "constant", text };
}

type Characters = Extract<Piece, { kind: "characters" }>;

export function characters(set: CharSet, min: number, origins: readonly string[] = [], quotes = false): Characters {
  return { kind: "characters", set, min, origins, ...(quotes && { quotes }) };
}

/** Whether the template itself has written quotes into a text, as it does in one that is JSON. */
export function hasOwnQuotes(pieces: Pieces): boolean {
  return pieces.some((piece) => {
    if (piece.kind === "constant") return piece.isGiven !== true && piece.text.includes('"');
    return piece.kind === "escaped" ? hasOwnQuotes([piece.of]) : piece.kind === "characters" && piece.quotes === true;
  });
}

/** Notes the reference that prints a text, of what no other printed into it before. */
export function withSite(pieces: Pieces, site: Reference): Pieces {
  return pieces.map((piece) =>
    piece.kind === "constant" || piece.kind === "host" || piece.site ? piece : { ...piece, site },
  );
}

/** A text that something is done to: its parts are not what was printed into it any more. */
export function withoutSites(pieces: Pieces): Pieces {
  const hasSites = pieces.some((piece) => "site" in piece);
  return hasSites ? pieces.map((piece) => ("site" in piece ? { ...piece, site: undefined } : piece)) : pieces;
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

const charsOfConstant = remembered(({ text }: Extract<Piece, { kind: "constant" }>) => charsOf(text));

export function charsOfPiece(piece: Piece): CharSet {
  switch (piece.kind) {
    case "constant":
      return charsOfConstant(piece);
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
export const blur = remembered((pieces: Pieces): Characters => {
  const set = pieces.reduce((union, one) => union | charsOfPiece(one), noChars);
  const min = pieces.some((one) => minLength(one) > 0) ? 1 : 0;
  return characters(set, min, originsOf(pieces), hasOwnQuotes(pieces));
});

const MOST_PIECES = 60;
const MOST_SETS = 1000;

/** Puts texts together: neighbouring constants become one, and too many pieces are blurred. */
export function concatenate(...texts: readonly Pieces[]): Pieces {
  const joined: Piece[] = [];
  for (const text of texts) for (const piece of text) append(joined, piece);
  return limited(joined);
}

/** A text that was put together, and one more piece. */
export function appended(pieces: Pieces, piece: Piece): Pieces {
  const joined = [...pieces];
  append(joined, piece);
  return limited(joined);
}

function limited(pieces: Pieces): Pieces {
  return pieces.length > MOST_PIECES ? [blur(pieces)] : pieces;
}

function append(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1);
  if (piece.kind !== "constant") pieces.push(piece);
  else if (last?.kind === "constant") pieces[pieces.length - 1] = constant(last.text + piece.text);
  else if (piece.text !== "") pieces.push(piece);
}

/** Equal keys mean equal sets of texts. */
export const keyOfPieces = remembered((pieces: Pieces): string => pieces.map(keyOfPiece).join("|"));

function keyOfPiece(piece: Piece): string {
  const key = describePiece(piece);
  return "site" in piece && piece.site ? `${key}@${piece.site.range.start}` : key;
}

/** There are few sets, and to write one takes long. */
const keyOfSet = rememberedByKey((set: CharSet) => set.toString(36), MOST_SETS);

function describePiece(piece: Piece): string {
  switch (piece.kind) {
    case "constant":
      return JSON.stringify(piece.text);
    case "characters":
      return `c${keyOfSet(piece.set)}.${piece.min}${piece.quotes ? "q" : ""}`;
    case "json":
      return `j${piece.types}`;
    case "escaped":
      return `e${keyOfSet(piece.set)}.${piece.apostrophe}(${keyOfPiece(piece.of)})`;
    case "url-encoded":
      return `u${keyOfSet(piece.set)}`;
    case "host":
      return `h${piece.start}`;
  }
}

/** Texts without those that are surely among the others. */
export function widestTexts(texts: readonly Pieces[]): readonly Pieces[] {
  if (texts.length < 2) return texts;
  const distinct = [...new Map(texts.map((text) => [keyOfPieces(text), text])).values()];
  return distinct.filter((text) => !distinct.some((other) => other !== text && isCovered(text, other)));
}

/** Whether each text of `part` is surely one of `whole`, another text. */
function isCovered(part: Pieces, whole: Pieces): boolean {
  const [only] = whole;
  if (whole.length !== 1 || only?.kind !== "characters") return false;
  if (part.some((piece) => "site" in piece && piece.site && piece.site !== only.site)) return false;
  const { set, min, quotes } = blur(part);
  return isSubset(set, only.set) && min >= only.min && (only.quotes === true || !quotes);
}
