import type { TokenType } from "chevrotain";
import type { SyntaxToken } from "./lexer.js";
import { Recover } from "./recovery-tokens.js";
import * as T from "./tokens.js";

const closerOf = new Map<TokenType, TokenType>([
  [T.SetOpen, T.RightParen],
  [T.IfOpen, T.RightParen],
  [T.ElseIfOpen, T.RightParen],
  [T.DirectiveOpen, T.RightParen],
  [T.LeftParen, T.RightParen],
  [T.MethodOpen, T.MethodClose],
  [T.IndexOpen, T.IndexClose],
]);
const closers = new Set<TokenType>(closerOf.values());

/** Which token closes which; openers without an entry are never closed. */
export interface Brackets {
  readonly closing: ReadonlyMap<SyntaxToken, SyntaxToken>;
  readonly unclosed: ReadonlySet<SyntaxToken>;
}

export function matchBrackets(tokens: readonly SyntaxToken[]): Brackets {
  const closing = new Map<SyntaxToken, SyntaxToken>();
  const unclosed = pairBrackets(tokens, (opener, closer) => closing.set(opener, closer));
  return { closing, unclosed };
}

/** `unclosed` of `matchBrackets` alone, which is all that is asked of a template without mistakes. */
export function unclosedBrackets(tokens: readonly SyntaxToken[]): ReadonlySet<SyntaxToken> {
  return pairBrackets(tokens, () => {});
}

function pairBrackets(
  tokens: readonly SyntaxToken[],
  pair: (opener: SyntaxToken, closer: SyntaxToken) => void,
): ReadonlySet<SyntaxToken> {
  const unclosed = new Set<SyntaxToken>();
  const open: SyntaxToken[] = [];
  for (const token of tokens) {
    if (closerOf.has(token.tokenType)) {
      open.push(token);
    } else if (token.tokenType === Recover) {
      // Everything that is open here stays so: what follows is text.
      for (const opener of open.splice(0)) {
        pair(opener, token);
        unclosed.add(opener);
      }
    } else if (closers.has(token.tokenType)) {
      const opener = open.at(-1);
      if (opener && closerOf.get(opener.tokenType) === token.tokenType) {
        pair(opener, token);
        open.pop();
      }
    }
  }
  for (const opener of open) unclosed.add(opener);
  return unclosed;
}
