import type { SyntaxToken } from "./lexer.js";
import { escapedDirectiveText, printedSigils } from "./token-text.js";
import * as T from "./tokens.js";

/**
 * The source of `tokens[from..to]` as Velocity puts it together again from its tokens: comments keep only what
 * delimits them and the sigils that touch it, and references lose what stands before their `$`.
 *
 * `multiLineComments`: an unknown macro call prints the `*#` of a block comment, `#literal` does not.
 */
export function literalText(
  text: string,
  tokens: readonly SyntaxToken[],
  from: number,
  to: number,
  multiLineComments: boolean,
  isKnown: (name: string) => boolean,
): string {
  let out = "";
  let at = tokens[from]?.startOffset ?? 0;
  for (let i = from; i <= to; i++) {
    const token = tokens[i]!;
    out += text.slice(at, token.startOffset) + tokenImage(token, multiLineComments, isKnown);
    at = token.startOffset + token.image.length;
  }
  return out;
}

function tokenImage(token: SyntaxToken, multiLineComments: boolean, isKnown: (name: string) => boolean): string {
  switch (token.tokenType) {
    case T.LineComment:
    case T.LineCommentAfterReference:
      return `${token.prefix}##${/[\r\n]*$/.exec(token.image)?.[0] ?? ""}`;
    case T.BlockComment:
      return blockCommentImage(token, multiLineComments);
    case T.LoneSigil:
      return multiLineComments ? "" : printedSigils(token.image);
    case T.EscapedDirective:
      return escapedDirectiveText(token.image, isKnown);
    case T.Identifier:
    case T.ReferenceLeftCurly:
      return token.image.slice(Math.max(0, token.image.lastIndexOf("$")));
    default:
      return token.image;
  }
}

/**
 * The sigils that `text` ends with, `$` or `$!` with any number of backslashes before each character, as Velocity's lexer
 * takes them within a comment: every other character makes it forget what came before. Looks at each character once.
 */
function trailingSigils(text: string): string {
  const beforeBackslashes = (end: number): number => {
    let at = end;
    while (text[at - 1] === "\\") at--;
    return at;
  };
  let start = text.length;
  for (;;) {
    const dollar = text[start - 1] === "!" ? beforeBackslashes(start - 1) : start;
    if (text[dollar - 1] !== "$") return text.slice(start);
    start = beforeBackslashes(dollar - 1);
  }
}

/** `#**a*#` is a comment of its own kind, which both print; `#**#` is an ordinary one. */
function blockCommentImage({ image, prefix }: SyntaxToken, multiLineComments: boolean): string {
  const isFormal = image.startsWith("#**", prefix.length) && !image.startsWith("#**#", prefix.length);
  if (!isFormal && !multiLineComments) return "";
  const inside = image.slice(prefix.length + (isFormal ? "#**" : "#*").length, -"*#".length);
  const sigils = trailingSigils(inside);
  return sigils === inside ? image : `${sigils}*#`;
}
