import type { FilledIn, Interpolation, TextRewrite } from "../map/literal.js";
import { type Piece, type PieceReplacement, pieceText, replaceInPieces } from "../map/piece.js";

/** Makes a rewrite in the runs of a text between its holes; what it matches never reaches over one. */
export function rewriteRuns(runs: readonly (readonly Piece[])[], rewrite: TextRewrite): Piece[] {
  let isDone = false;
  return runs.flatMap((run, index) => {
    const isOutside = (rewrite.at === "start" && index > 0) || (rewrite.at === "end" && index < runs.length - 1);
    if (run[0]?.kind === "hole" || isOutside || isDone) return run;
    const found = scanRewrite(pieceText(run), rewrite);
    isDone = rewrite.at === "first" && found.length > 0;
    return replaceInPieces(run, found);
  });
}

function scanRewrite(text: string, { pattern, replacement, at }: TextRewrite): PieceReplacement[] {
  const found = Array.from(
    text.matchAll(new RegExp(pattern, "g")),
    ({ 0: matched, index: start }): PieceReplacement => {
      const end = start + matched.length;
      if (typeof replacement === "object") {
        return { kind: "hole", construct: "Terraform expression", ...replacement, start, end };
      }
      return replacement === "" ? { kind: "drop", start, end } : { kind: "text", text: replacement, start, end };
    },
  );
  return at === "first" ? found.slice(0, 1) : found;
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
const classOf = (characters: string): string => `[${escaped(characters)}]`;

/** Takes characters of a class off where a text begins. */
export const trimStart = (characterClass: string): TextRewrite => {
  return { pattern: `^${characterClass}+`, replacement: "", at: "start" };
};

/** Takes them off where it ends. Each run of them is looked at from its first alone. */
export const trimEnd = (characterClass: string): TextRewrite => {
  return { pattern: `(?<!${characterClass})${characterClass}+$`, replacement: "", at: "end" };
};

export const trimBoth = (characterClass: string): TextRewrite[] => [trimStart(characterClass), trimEnd(characterClass)];

/** Takes any of `characters` off both ends. */
export const trimCharacters = (characters: string): TextRewrite[] =>
  characters === "" ? [] : trimBoth(classOf(characters));

export const trimPrefix = (prefix: string): TextRewrite => {
  return { pattern: `^${escaped(prefix)}`, replacement: "", at: "start" };
};

export const trimSuffix = (suffix: string): TextRewrite => {
  return { pattern: `${escaped(suffix)}$`, replacement: "", at: "end" };
};

/**
 * Whether a regular expression is for one character or a run of it, or for line breaks with what indents the next line,
 * as it is in Go too: others may take for ever on a text, look around in it, or mean another thing.
 */
export const isSimplePattern = (pattern: string): boolean =>
  /^(?:(?:\\r\?)?\\n(?:\\s[*+])?|(?:\\[nrts]|\[(?:\\[nrts]|[^\\\]^])+\]| )(?:\+|\{\d,\})?)$/.test(pattern);

/** Puts a text for another one, which is not empty. */
export const replaceText = (text: string, replacement: FilledIn, at?: "first"): TextRewrite => {
  return { pattern: escaped(text), replacement, ...(at && { at }) };
};

/**
 * Line breaks, with the indentation after them, for which `oneLine` of common-tags puts a blank: what follows a `##` is
 * then in the comment.
 */
export const ONE_LINE: Interpolation = { pattern: "\\n\\s*", replacement: " " };
