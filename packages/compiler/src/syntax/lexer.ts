import { type IToken, Lexer } from "chevrotain";
import { matchBrackets } from "./brackets.js";
import { lexerModes } from "./lexer-modes.js";
import { Recover, RecoverAlways, SetAfterParenthesis } from "./recovery-tokens.js";
import * as T from "./tokens.js";

/**
 * A token with its place in the whole template. `startOffset` counts in the text that was lexed, which for the
 * inside of a string literal is the unescaped text; `start` and `end` count in the template.
 */
export interface SyntaxToken extends IToken {
  start: number;
  end: number;
  /** Sigils before the token that Velocity's lexer makes part of it: `$!` in `$!x`; `image` includes them. */
  prefix: string;
  /** Its index among the tokens of its text. */
  position: number;
}

/** Maps an offset of the lexed text to one of the template. */
export type OffsetMap = (offset: number) => number;

let lexer: Lexer | undefined;

/** Built on first use: a program that only renders compiled templates never pays for it. */
function sharedLexer(): Lexer {
  lexer ??= new Lexer(
    { modes: lexerModes, defaultMode: T.modes.text },
    { positionTracking: "onlyOffset", ensureOptimizations: true, skipValidations: true, recoveryEnabled: false },
  );
  return lexer;
}

/**
 * All tokens of `text`, in order and without gaps but for blanks inside parentheses.
 * `breaks` are offsets at which lexing starts anew as text: ends of lines with an unclosed parenthesis.
 */
export function tokenize(text: string, map: OffsetMap, breaks: readonly number[] = []): SyntaxToken[] {
  const tokens: SyntaxToken[] = [];
  let from = 0;
  for (const to of [...breaks, text.length]) {
    const raw = sharedLexer().tokenize(breaks.length === 0 ? text : text.slice(from, to)).tokens;
    join(raw, from, map, tokens);
    if (to !== text.length) tokens.push(synthetic(Recover, "", to, map));
    from = to;
  }
  return numbered(dropSigilsInBrackets(retype(tokens, text)));
}

function numbered(tokens: SyntaxToken[]): SyntaxToken[] {
  for (let i = 0; i < tokens.length; i++) tokens[i]!.position = i;
  return tokens;
}

function synthetic(tokenType: typeof Recover, image: string, startOffset: number, map: OffsetMap): SyntaxToken {
  const start = map(startOffset);
  const end = image === "" ? start : map(startOffset + image.length);
  const tokenTypeIdx = tokenType.tokenTypeIdx ?? 0;
  return { tokenType, tokenTypeIdx, image, startOffset, start, end, prefix: "", position: 0 };
}

const { modes } = T;
const afterSigil = new Set([modes.hash, modes.reference, modes.referenceModifier].flatMap((mode) => lexerModes[mode]));
/** Tokens that only text mode has: a sigil before one of them was ended by it and does not belong to it. */
const textOnly = new Set(lexerModes[modes.text].filter((type) => !afterSigil.has(type)));
const isSigil = (token: IToken) =>
  token.tokenType === T.Dollar ||
  token.tokenType === T.DollarAfterReference ||
  token.tokenType === T.Hash ||
  token.tokenType === T.HashAfterReference;

/** Tokens that exist twice because a mode matches them by other rules. */
const renames = new Map([
  [RecoverAlways, Recover],
  [SetAfterParenthesis, T.SetOpen],
]);

/**
 * Joins sigils with the token they belong to. Where Velocity ends the reference or directive right after the
 * sigil (`$ 5`, `# x`), the sigil stands alone, and is printed only in front of a token that is printed as text.
 */
function join(raw: readonly IToken[], base: number, map: OffsetMap, out: SyntaxToken[]): void {
  let prefix = "";
  let prefixStart = 0;
  for (const token of raw) {
    if (isSigil(token)) {
      if (prefix === "") prefixStart = token.startOffset;
      prefix += token.image;
      continue;
    }
    if (prefix !== "" && !afterSigil.has(token.tokenType)) {
      const lost = textOnly.has(token.tokenType) && token.tokenType !== T.Text && token.tokenType !== T.Escape;
      out.push(synthetic(lost ? T.LostSigil : T.LoneSigil, prefix, base + prefixStart, map));
      prefix = "";
    }
    const renamed = renames.get(token.tokenType);
    if (renamed) {
      out.push(synthetic(renamed, token.image, base + token.startOffset, map));
      continue;
    }
    const startOffset = base + token.startOffset - prefix.length;
    const image = prefix + token.image;
    out.push({
      image,
      startOffset,
      tokenType: token.tokenType,
      tokenTypeIdx: token.tokenTypeIdx,
      start: map(startOffset),
      end: map(startOffset + image.length),
      prefix,
      position: 0,
    });
    prefix = "";
  }
  if (prefix !== "") out.push(synthetic(T.TrailingSigil, prefix, base + prefixStart, map));
}

const endsStep = new Set([T.Identifier, T.IndexClose, T.MethodClose]);

/** Inside parentheses Velocity passes over a sigil that begins nothing. */
function dropSigilsInBrackets(tokens: SyntaxToken[]): SyntaxToken[] {
  if (!tokens.some(({ tokenType }) => tokenType === T.LoneSigil)) return tokens;
  const { closing } = matchBrackets(tokens);
  const closers = new Set(closing.values());
  let depth = 0;
  return tokens.filter((token) => {
    if (closers.has(token)) depth = token.tokenType === Recover ? 0 : depth - 1;
    if (closing.has(token)) depth++;
    return token.tokenType !== T.LoneSigil || depth === 0;
  });
}

/** Velocity takes `(` for a call when an argument can begin after it, or a blank, whatever then comes. */
function beginsArguments(tokens: readonly SyntaxToken[], open: number, text: string): boolean {
  const next = tokens[open + 1];
  return isBeforeBlank(tokens[open]!, text) || (next !== undefined && T.firstOfArguments.has(next.tokenType));
}

/** Whether a blank follows the token; Velocity has tokens for blanks, here they are passed over. */
export function isBeforeBlank(token: SyntaxToken, text: string): boolean {
  return /[ \t\r\n]/.test(text.charAt(token.startOffset + token.image.length));
}

/**
 * Velocity's parser looks ahead to tell a step of a reference from punctuation: `.` must have a name after it,
 * `(` a name before and the beginning of an argument after it, `{` a name after it. What is only punctuation
 * becomes text here, so that the grammar needs no more than one token of lookahead.
 */
function retype(tokens: SyntaxToken[], text: string): SyntaxToken[] {
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const next = tokens[i + 1]?.tokenType;
    const previous = tokens[i - 1]?.tokenType;
    const isText =
      (token.tokenType === T.ReferenceLeftCurly && next !== T.Identifier) ||
      (token.tokenType === T.Dot && !(next === T.Identifier && previous && endsStep.has(previous))) ||
      (token.tokenType === T.MethodOpen &&
        !(previous === T.Identifier && tokens[i - 2]?.tokenType === T.Dot && beginsArguments(tokens, i, text)));
    if (isText) {
      // Velocity's lexer keeps nothing but the dot of a DOT token.
      if (token.tokenType === T.Dot) token.image = ".";
      token.tokenType = T.Punctuation;
      token.tokenTypeIdx = T.Punctuation.tokenTypeIdx ?? 0;
    }
  }
  return tokens;
}
