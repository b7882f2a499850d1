/**
 * Velocity's lexer goes on recognising sigils inside comments: it does nothing with them, but it reads them as a
 * unit. So `#* #*#` is not closed (`#*` takes the star), `## #**` takes the line end as its fourth character, and
 * a comment that the template's end cuts off right after a sigil is a lexical error.
 */
export interface ScannedComment {
  readonly end: number;
  readonly closed: boolean;
  /** The end of the template follows a sigil: Velocity refuses it. */
  readonly refused: boolean;
}

const sigil = /#\*\*[^#]|#\[\[|#\*|#|\\*\$(?:\\*!)?/y;

/** `offset` is where the comment begins, with `##` or `#*`. */
export function scanComment(text: string, offset: number): ScannedComment {
  const isLine = text[offset + 1] === "#";
  let at = offset + 2;
  // `#*` itself is such a unit: alone at the end of the template it is refused, `##` is not.
  let afterSigil = !isLine;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (isLine && (unit === 10 || unit === 13)) {
      const end = unit === 13 && text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1;
      return { end, closed: true, refused: false };
    }
    if (!isLine && unit === 42 && text.charCodeAt(at + 1) === 35) return { end: at + 2, closed: true, refused: false };
    afterSigil = false;
    if (unit === 35 || unit === 36 || unit === 92) {
      sigil.lastIndex = at;
      const found = sigil.exec(text)?.[0];
      if (found !== undefined) {
        at += found.length;
        afterSigil = true;
        continue;
      }
      if (unit === 92) {
        // A run of backslashes without `$`: look at it once.
        while (text.charCodeAt(at) === 92) at++;
        continue;
      }
    }
    at++;
  }
  return { end: at, closed: isLine, refused: afterSigil };
}
