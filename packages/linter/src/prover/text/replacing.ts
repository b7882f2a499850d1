import { allChars, charsOf, noChars, overlaps, without } from "./char-set.js";
import { foldPieces, unescapeApostrophes } from "./escaping.js";
import { blur, characters, charsOfPiece, concatenate, constant, type Piece, type Pieces } from "./piece.js";
import { type CharacterClass, characterClass } from "./regex-class.js";

/**
 * Whether what is replaced are backslashes and an apostrophe by the apostrophe, in nothing but escaped texts: fewer
 * backslashes before an apostrophe leave a text as escaped as it was, so that any `\\'` in it stays as bad as it is.
 */
export function leavesEscaped(pieces: Pieces, pattern: string, replacement: string): boolean {
  const apostrophes = charsOf("\\'");
  return (
    /^\\*'$/.test(pattern) &&
    replacement === "'" &&
    pieces.every((piece) => piece.kind === "escaped" || !overlaps(charsOfPiece(piece), apostrophes))
  );
}

/** `text.replaceAll(regex, replacement)` with a known expression. */
export function replaceAll(pieces: Pieces, regex: string, replacement: string): Pieces {
  const folded = foldPieces(pieces, "replaceAll", [regex, replacement]);
  if (folded) return folded;
  const literal = literalReplacement(replacement);
  if (literal === undefined) return [{ ...blur(pieces), set: allChars, min: 0 }];
  if (regex === "\\\\'" && literal === "'") {
    const unescaped = unescapeApostrophes(pieces);
    if (unescaped) return unescaped;
  }
  if (leavesEscaped(pieces, regex, literal)) return pieces;
  return replaceClass(pieces, characterClass(regex, { whole: true }), literal);
}

/** `text.replace(part, replacement)`: both as they are. */
export function replace(pieces: Pieces, part: string, replacement: string): Pieces {
  const folded = foldPieces(pieces, "replace", [part, replacement]);
  if (folded) return folded;
  if (part === "\\'" && replacement === "'") {
    const unescaped = unescapeApostrophes(pieces);
    if (unescaped) return unescaped;
  }
  if (leavesEscaped(pieces, part, replacement)) return pieces;
  const single =
    part.length === 1 && part <= "\u007f" ? { set: charsOf(part), min: 1, repeats: false, anchored: false } : undefined;
  return replaceClass(pieces, single, replacement);
}

function replaceClass(pieces: Pieces, found: CharacterClass | undefined, by: string): Pieces {
  const inserted = charsOf(by);
  if (found === undefined || found.min === 0 || found.anchored || found.set === allChars) {
    const { set, origins, quotes = by.includes('"') } = blur(pieces);
    return [characters(set | inserted, 0, origins, quotes)];
  }
  const hit = pieces.filter((piece) => overlaps(charsOfPiece(piece), found.set));
  if (hit.length === 0) return pieces;
  const replaced = pieces.map((piece) => replaceInPiece(piece, found, inserted, by));
  // A run of matches may go across pieces.
  if (found.repeats && hit.length > 1) return [blur(replaced.flat())];
  return concatenate(...replaced);
}

function replaceInPiece(piece: Piece, found: CharacterClass, inserted: bigint, by: string): Pieces {
  const set = charsOfPiece(piece);
  if (!overlaps(set, found.set)) return [piece];
  if (piece.kind === "constant" && !found.repeats) {
    const isHit = (char: string) => overlaps(charsOf(char), found.set);
    // UTF-16 units are what the class sees of ASCII; of other characters it knows nothing.
    return [constant([...piece.text].map((char) => (isHit(char) ? by : char)).join(""))];
  }
  const left = without(set, found.set);
  const min = piece.kind === "characters" && by !== "" && piece.min > 0 ? 1 : 0;
  const { origins, quotes = by.includes('"') } = blur([piece]);
  return [characters(left === noChars && by === "" ? noChars : left | inserted, min, origins, quotes)];
}

/** Java's replacement text with its escapes undone; `undefined` if it refers to groups. */
function literalReplacement(replacement: string): string | undefined {
  if (/(^|[^\\])(\\\\)*\$/.test(replacement)) return undefined;
  return replacement.replace(/\\(.)/gs, "$1");
}
