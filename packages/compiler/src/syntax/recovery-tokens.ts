import type { IToken } from "chevrotain";
import { type Matcher, matchAt, nothing } from "./token-patterns.js";
import {
  Dot,
  firstOfArguments,
  hashOnly,
  Identifier,
  MethodClose,
  MethodOpen,
  modes,
  SetOpen,
  Stray,
  token,
} from "./tokens.js";

/**
 * A `(` that begins no call is text (see `lexer.ts`), although the lexer goes on as inside a call. The `(` that are
 * open are kept here, token by token, since looking back for them from every `#` would be quadratic.
 */
const openParentheses: { tokens: IToken[] | undefined; read: number; readonly stack: number[] } = {
  tokens: undefined,
  read: 0,
  stack: [],
};

function isInTextParenthesis(text: string, offset: number, matched: IToken[]): boolean {
  const state = openParentheses;
  if (state.tokens !== matched) {
    state.tokens = matched;
    state.read = 0;
    state.stack.length = 0;
  }
  for (; state.read < matched.length; state.read++) {
    const type = matched[state.read]?.tokenType;
    if (type === MethodOpen) state.stack.push(state.read);
    else if (type === MethodClose) state.stack.pop();
  }
  const open = state.stack.at(-1);
  if (open === undefined) return false;
  const isAfterName = matched[open - 1]?.tokenType === Identifier && matched[open - 2]?.tokenType === Dot;
  if (!isAfterName) return true;
  const next = matched[open + 1]?.tokenType;
  return next === undefined ? text.charCodeAt(offset - 1) === 40 : !firstOfArguments.has(next);
}

/**
 * A directive or comment inside parentheses is always an error in Velocity, and for someone who is typing it nearly
 * always means that the parenthesis is not closed yet: go on as text from here. (`#$x` is a reference with a prefix,
 * and any other `#` is passed over.)
 */
const beginsDirective = /#(?:[A-Za-z_@{#*]|\[\[)/y;
function isDirectiveAt(text: string, offset: number): boolean {
  return text.charCodeAt(offset) === 35 && matchAt(beginsDirective, text, offset) !== undefined;
}
const recover: Matcher = (text, offset, matched) =>
  isDirectiveAt(text, offset) && !isInTextParenthesis(text, offset, matched) ? nothing : null;
export const Recover = token("Recover", recover, { push: modes.text, starts: hashOnly, category: Stray });
const setPattern = /[ \t]*#(?:set|\{set\}) *\(/y;
/** `#set` after a `(` that is text. */
export const SetAfterParenthesis = token(
  "SetAfterParenthesis",
  (text: string, offset: number, matched: IToken[]) => {
    const set = matchAt(setPattern, text, offset);
    return set !== undefined && isInTextParenthesis(text, offset, matched) ? [set] : null;
  },
  { push: modes.directive, starts: ["#", " ", "\t"], category: SetOpen },
);
/** The same inside the parentheses of a directive and in brackets, which are never text; the lexer renames it. */
export const RecoverAlways = token(
  "RecoverAlways",
  (text: string, offset: number) => (isDirectiveAt(text, offset) ? nothing : null),
  {
    push: modes.text,
    starts: hashOnly,
  },
);
