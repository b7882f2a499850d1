import {
  allChars,
  base64Chars,
  changedByEscaping,
  charsOf,
  isSubset,
  overlaps,
  printedByEscaping,
  urlEncodedChars,
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

/** `$util.urlEncode` */
export function urlEncode(pieces: Pieces): Pieces {
  return foldOr(pieces, "urlEncode", (origins) => ({ kind: "url-encoded", set: urlEncodedChars, origins }));
}

/** `$util.base64Encode` */
export function base64Encode(pieces: Pieces): Pieces {
  const min = pieces.some((piece) => minLength(piece) > 0) ? 1 : 0;
  return foldOr(pieces, "base64Encode", (origins) => characters(base64Chars, min, origins));
}

/** `$util.urlDecode` gives anything back. */
export function urlDecode(pieces: Pieces): Pieces {
  return foldOr(pieces, "urlDecode", (origins) => characters(allChars, 0, origins));
}

/** `$util.base64Decode` too. */
export function base64Decode(pieces: Pieces): Pieces {
  return foldOr(pieces, "base64Decode", (origins) => characters(allChars, 0, origins));
}

function foldOr(pieces: Pieces, name: string, otherwise: (origins: readonly string[]) => Piece): Pieces {
  const known = constantText(pieces);
  const folded = known === undefined ? undefined : foldUtil(name, known);
  return folded === undefined ? [otherwise(originsOf(pieces))] : concatenate([constant(folded)]);
}

/** A method of a Java String on a known text with known arguments. */
export function foldPieces(pieces: Pieces, name: string, args: readonly string[]): Pieces | undefined {
  const known = constantText(pieces);
  const folded = known === undefined ? undefined : foldMethod(name, known, args);
  return folded === undefined ? undefined : concatenate([constant(folded)]);
}

/** Any text over the characters of a text, such as a part of it. */
export function partOf(pieces: Pieces): Pieces {
  const piece = blur(pieces);
  return piece.kind === "characters" ? [{ ...piece, min: 0 }] : [piece];
}

/** A text in capitals, or without them. */
export function changeCase(pieces: Pieces): Pieces {
  const piece = blur(pieces);
  if (piece.kind !== "characters") return [piece];
  const word = charsOf("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
  // Few characters beyond ASCII have ASCII letters as their other case.
  const isAscii = isSubset(
    piece.set,
    charsOf(Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)).join("")),
  );
  return [{ ...piece, set: isAscii && !overlaps(piece.set, word) ? piece.set : piece.set | word }];
}
