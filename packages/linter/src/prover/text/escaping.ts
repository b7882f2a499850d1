import type { UtilFunction } from "@apigw-vtl/compiler";
import {
  allChars,
  changedByEscaping,
  charsOf,
  charsOfClass,
  isSubset,
  overlaps,
  printedByEscaping,
} from "./char-set.js";
import { foldMethod, foldUtil } from "./fold.js";
import {
  blur,
  characters,
  charsOfPiece,
  concatenate,
  constant,
  constantText,
  minLength,
  originsOf,
  type Piece,
  type Pieces,
} from "./piece.js";

const apostrophe = charsOf("'");

/** `$util.escapeJavaScript`, which rewrites character by character, so each piece by itself. */
export function escapeJavaScript(pieces: Pieces): Pieces {
  return pieces.map((piece): Piece => {
    if (piece.kind === "constant") return constant(foldUtil("escapeJavaScript", piece.text) ?? piece.text);
    if (piece.kind === "host") return piece;
    const set = charsOfPiece(piece);
    if (!overlaps(set, changedByEscaping)) return piece;
    return {
      kind: "escaped",
      set: printedByEscaping,
      apostrophe: overlaps(set, apostrophe),
      of: piece,
      origins: originsOf([piece]),
    };
  });
}

/**
 * `.replaceAll("\\'", "'")` and `.replace("\'", "'")`, which put right what `escapeJavaScript` makes of an apostrophe.
 * `undefined` if a text is not made of such pieces. An escaped text never ends within an escape, so that a backslash
 * before an apostrophe always belongs to it.
 */
export function unescapeApostrophes(pieces: Pieces): Pieces | undefined {
  const result: Piece[] = [];
  for (const piece of pieces) {
    if (piece.kind === "escaped") result.push({ ...piece, apostrophe: false });
    else if (piece.kind === "constant") {
      if (piece.text.endsWith("\\") || piece.text.startsWith("'")) return undefined;
      result.push(constant(piece.text.replaceAll("\\'", "'")));
    } else if (overlaps(charsOfPiece(piece), apostrophe | charsOf("\\"))) return undefined;
    else result.push(piece);
  }
  return result;
}

/** What a function of `$util` makes of a text, by what is declared of it. */
export function applyToText(pieces: Pieces, { name, effect }: UtilFunction): Pieces {
  if (effect.kind === "escapes") return escapeJavaScript(pieces);
  const known = constantText(pieces);
  const folded = known === undefined ? undefined : foldUtil(name, known);
  if (folded !== undefined) return concatenate([constant(folded)]);
  const origins = originsOf(pieces);
  if (effect.kind !== "encodes") return [characters(allChars, 0, origins)];
  const set = charsOfClass(effect.characters);
  if (effect.isForForms) return [{ kind: "url-encoded", set, origins }];
  return [characters(set, pieces.some((piece) => minLength(piece) > 0) ? 1 : 0, origins)];
}

/** A method of a Java String on a known text with known arguments. */
export function foldPieces(pieces: Pieces, name: string, args: readonly string[]): Pieces | undefined {
  const known = constantText(pieces);
  const folded = known === undefined ? undefined : foldMethod(name, known, args);
  return folded === undefined ? undefined : concatenate([constant(folded)]);
}

/** Any text over the characters of a text, such as a part of it. */
export function partOf(pieces: Pieces): Pieces {
  return [{ ...blur(pieces), min: 0 }];
}

/** A text in capitals, or without them. */
export function changeCase(pieces: Pieces): Pieces {
  const piece = blur(pieces);
  const word = charsOf("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
  // Few characters beyond ASCII have ASCII letters as their other case.
  const isAscii = isSubset(
    piece.set,
    charsOf(Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)).join("")),
  );
  return [{ ...piece, set: isAscii && !overlaps(piece.set, word) ? piece.set : piece.set | word }];
}
