import { createToken, Lexer, type TokenType } from "chevrotain";
import {
  anyCharacter,
  anyExcept,
  BRACKETED_WORD,
  comment,
  dollar,
  END_OF_LINE,
  escapedDirective,
  type Matcher,
  NOT_IN_WORD,
  nothing,
  OPEN,
  regex,
  WORD,
} from "./token-patterns.js";

/**
 * The tokens of Velocity 1.7, one for one with `Parser.jjt`, and the lexical modes that they live in.
 *
 * Velocity's lexer is a state machine that a reference does not always leave where one expects it to: after
 * `$a.b${c}` it is still "inside a reference", so that a following `(` is a parse error. Templates depend on
 * such corners (the service runs 1.7), so the modes here are Velocity's states under readable names, and every
 * push, pop and switch is Velocity's. Three devices differ in form, not in effect:
 *
 * - JavaCC's MORE prefixes (`$`, `#`) are tokens of their own; `lexer.ts` joins them to what follows.
 * - Parentheses of a directive push the mode `directive` again instead of being counted.
 * - "Any other character ends the reference" is a token without characters that pops the mode.
 */
export const modes = {
  text: "text",
  reference: "reference",
  referenceModifier: "referenceModifier",
  methodArguments: "methodArguments",
  index: "index",
  hash: "hash",
  directive: "directive",
} as const;

export type Mode = (typeof modes)[keyof typeof modes];

interface Moves {
  readonly push?: Mode;
  readonly pop?: true;
  readonly starts?: (string | number)[];
  readonly skip?: true;
  readonly category?: TokenType | TokenType[];
}

export function token(name: string, pattern: RegExp | string | Matcher, moves: Moves = {}): TokenType {
  return createToken({
    name,
    pattern: pattern as RegExp,
    line_breaks: true,
    ...(moves.push ? { push_mode: moves.push } : {}),
    ...(moves.pop ? { pop_mode: true } : {}),
    ...(moves.starts ? { start_chars_hint: moves.starts } : {}),
    ...(moves.skip ? { group: Lexer.SKIPPED } : {}),
    ...(moves.category ? { categories: moves.category } : {}),
  });
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const digits = "0123456789";
/**
 * First characters, written out where the pattern is a regular expression: Chevrotain would otherwise read and
 * analyse it, which is half of the time that it takes to build the lexer.
 */
const startsWith = (characters: string) => ({ starts: [...characters] });

/** Ends a mode without consuming anything: Velocity's REFERENCE_TERMINATOR and DIRECTIVE_TERMINATOR. */
const terminator = (name: string) => token(name, () => nothing, { pop: true, skip: true, starts: anyCharacter });

// ---- categories: what a token is when it stands between directives
/** Printed as it stands; Velocity's `Text()`. */
export const TextLike = token("TextLike", Lexer.NA);
/** Not printed, or not as it stands. */
export const PrintsOtherwise = token("PrintsOtherwise", Lexer.NA);
/** A parse error in Velocity. */
export const Stray = token("Stray", Lexer.NA);
/** All operators with two operands. */
export const BinaryOperator = token("BinaryOperator", Lexer.NA);
const printed = { category: TextLike };
const otherwise = { category: PrintsOtherwise };
const stray = { category: Stray };
const binary = { category: [BinaryOperator, Stray] };

// ---- text
export const Text = token("Text", /[^$#\\]+/, { starts: anyExcept("$#\\"), ...printed });
export const DoubleEscape = token("DoubleEscape", "\\\\");
export const Escape = token("Escape", "\\", printed);
export const EscapedDirective = token("EscapedDirective", escapedDirective, { starts: ["\\"], ...otherwise });
export const EmptyIndex = token("EmptyIndex", /\$\[|\$!\[|\$\\!\[|\$\./, { ...printed, ...startsWith("$") });
export const Textblock = token("Textblock", /#\[\[[\s\S]*?\]\]#/, { ...otherwise, ...startsWith("#") });
export const UnclosedTextblock = token("UnclosedTextblock", /#\[\[[\s\S]*/, { ...stray, ...startsWith("#") });
export const hashOnly = ["#"];
export const BlockComment = token(
  "BlockComment",
  comment(42, (found) => found.closed),
  {
    starts: hashOnly,
    ...otherwise,
  },
);
/** Velocity skips characters to the end of the template, and accepts it. */
export const UnclosedComment = token(
  "UnclosedComment",
  comment(42, (found) => !found.closed && !found.refused),
  {
    starts: hashOnly,
    ...otherwise,
  },
);
/** A comment that the template's end cuts off right after a sigil. */
export const RefusedComment = token("RefusedComment", /#[#*][\s\S]*/, { ...stray, ...startsWith("#") });
const lineComment = comment(35, (found) => !found.refused);
export const LineComment = token("LineComment", lineComment, { starts: hashOnly, ...otherwise });
/** In a reference the comment also ends the reference. */
export const LineCommentAfterReference = token("LineCommentAfterReference", lineComment, {
  pop: true,
  starts: hashOnly,
  category: LineComment,
});
export const SetOpen = token("SetOpen", /[ \t]*#(?:set|\{set\}) *\(/, { push: modes.directive, ...startsWith(" \t#") });

// ---- prefixes (MORE)
export const Dollar = token("Dollar", dollar, { push: modes.reference, starts: ["$", "\\"] });
/** `$a$b`: the second `$` pops the first reference and pushes its own. */
export const DollarAfterReference = token("DollarAfterReference", dollar, { starts: ["$", "\\"], category: Dollar });
export const Hash = token("Hash", "#", { push: modes.hash });
/** `$a#if`: the `#` ends the reference. */
export const HashAfterReference = token("HashAfterReference", "#", { pop: true, push: modes.hash, category: Hash });

// ---- after `#`
export const IfOpen = token("IfOpen", regex(`(?:if|\\{if\\})${OPEN}`), {
  pop: true,
  push: modes.directive,
  ...startsWith("i{"),
});
export const ElseIfOpen = token("ElseIfOpen", regex(`(?:elseif|\\{elseif\\})${OPEN}`), {
  pop: true,
  push: modes.directive,
  ...startsWith("e{"),
});
export const Else = token("Else", regex(`(?:else${NOT_IN_WORD}|\\{else\\})${END_OF_LINE}`), {
  pop: true,
  ...startsWith("e{"),
});
export const End = token("End", regex(`(?:end${NOT_IN_WORD}|\\{end\\})${END_OF_LINE}`), {
  pop: true,
  ...startsWith("e{"),
});
/** `#if` or `#elseif` that no parenthesis follows: a parse error in Velocity. */
export const BareCondition = token("BareCondition", regex(`(?:(?:else)?if${NOT_IN_WORD}|\\{(?:else)?if\\})`), {
  pop: true,
  ...stray,
  ...startsWith("ie{"),
});
export const DirectiveOpen = token("DirectiveOpen", regex(`(?:${WORD}|${BRACKETED_WORD})${OPEN}`), {
  pop: true,
  push: modes.directive,
  ...startsWith(`${letters}_@{`),
});
export const BareDirective = token("BareDirective", regex(`(?:${WORD}|${BRACKETED_WORD})`), {
  pop: true,
  ...startsWith(`${letters}_@{`),
});
export const hashTerminator = terminator("HashTerminator");

// ---- literals
const FLOAT = "-?(?:\\d+(?:\\.(?!\\.)\\d*(?:[eE][+-]?\\d+)?|[eE][+-]?\\d+)|\\.\\d+(?:[eE][+-]?\\d+)?)";
export const FloatLiteral = token("FloatLiteral", regex(FLOAT), { ...printed, ...startsWith(`${digits}-.`) });
export const IntegerLiteral = token("IntegerLiteral", /-?\d+/, { ...printed, ...startsWith(`${digits}-`) });
export const FloatAfterHash = token("FloatAfterHash", regex(FLOAT), {
  pop: true,
  category: FloatLiteral,
  ...startsWith(`${digits}-.`),
});
export const IntegerAfterHash = token("IntegerAfterHash", /-?\d+/, {
  pop: true,
  category: IntegerLiteral,
  ...startsWith(`${digits}-`),
});
/** A doubled quote is part of the text, a backslash escapes nothing (recorded: `"\""` is an error). */
export const StringLiteral = token("StringLiteral", /"[^"]*(?:""[^"]*)*"|'[^']*(?:''[^']*)*'/, {
  ...printed,
  ...startsWith("\"'"),
});
export const UnclosedString = token("UnclosedString", /["'][^\r\n]*/, { ...stray, ...startsWith("\"'") });
export const True = token("True", /true(?![A-Za-z0-9_@-])/, { ...stray, ...startsWith("t") });
export const False = token("False", /false(?![A-Za-z0-9_@-])/, { ...stray, ...startsWith("f") });

// ---- references
export const Identifier = token("Identifier", /[A-Za-z_][A-Za-z0-9_-]*/, startsWith(`${letters}_`));
export const Dot = token("Dot", /\.(?=[A-Za-z])/, {
  pop: true,
  push: modes.referenceModifier,
  ...stray,
  ...startsWith("."),
});
/** Opens a map. */
export const LeftCurly = token("LeftCurly", "{", stray);
export const ReferenceLeftCurly = token("ReferenceLeftCurly", "{");
export const RightCurly = token("RightCurly", "}", stray);
/** Closes `${x}` and ends the reference; it also closes a map whose last value is a reference: `{"a": $x}`. */
export const ReferenceRightCurly = token("ReferenceRightCurly", "}", { pop: true, category: [RightCurly, TextLike] });
export const IndexOpen = token("IndexOpen", "[", { push: modes.index, ...stray });
export const IndexClose = token("IndexClose", "]", { pop: true, ...stray });
export const MethodOpen = token("MethodOpen", "(", { pop: true, push: modes.methodArguments, ...stray });
export const MethodClose = token("MethodClose", ")", { pop: true, push: modes.reference, ...stray });
export const referenceTerminator = terminator("ReferenceTerminator");

// ---- inside parentheses
export const LeftParen = token("LeftParen", "(", { push: modes.directive, ...printed });
/** Takes the rest of the line with it when that is blank: directives leave no empty lines. */
export const RightParen = token("RightParen", regex(`\\)${END_OF_LINE}`), {
  pop: true,
  ...printed,
  ...startsWith(")"),
});
export const LeftBracket = token("LeftBracket", "[", stray);
export const RightBracket = token("RightBracket", "]", stray);
export const Comma = token("Comma", ",", stray);
export const Colon = token("Colon", ":", stray);
export const DoubleDot = token("DoubleDot", "..", stray);
export const Whitespace = token("Whitespace", /[ \t\r\n]+/, { skip: true, ...startsWith(" \t\r\n") });
export const And = token("And", regex(`&&|and${NOT_IN_WORD}`), { ...binary, ...startsWith("&a") });
export const Or = token("Or", regex(`\\|\\||or${NOT_IN_WORD}`), { ...binary, ...startsWith("|o") });
export const LessOrEqual = token("LessOrEqual", regex(`<=|le${NOT_IN_WORD}`), { ...binary, ...startsWith("<l") });
export const Less = token("Less", regex(`<|lt${NOT_IN_WORD}`), { ...binary, ...startsWith("<l") });
export const GreaterOrEqual = token("GreaterOrEqual", regex(`>=|ge${NOT_IN_WORD}`), { ...binary, ...startsWith(">g") });
export const Greater = token("Greater", regex(`>|gt${NOT_IN_WORD}`), { ...binary, ...startsWith(">g") });
export const EqualTo = token("EqualTo", regex(`==|eq${NOT_IN_WORD}`), { ...binary, ...startsWith("=e") });
export const NotEqualTo = token("NotEqualTo", regex(`!=|ne${NOT_IN_WORD}`), { ...binary, ...startsWith("!n") });
export const Not = token("Not", regex(`!|not${NOT_IN_WORD}`), { ...stray, ...startsWith("!n") });
export const Assign = token("Assign", "=", stray);
export const Plus = token("Plus", "+", binary);
export const Minus = token("Minus", "-", binary);
export const Multiply = token("Multiply", "*", binary);
export const Divide = token("Divide", "/", binary);
export const Modulo = token("Modulo", "%", binary);
export const Word = token("Word", regex(WORD), { ...stray, ...startsWith(`${letters}_@`) });
/** A character that Velocity's lexer does not know in this place. */
export const Invalid = token("Invalid", /[\s\S]/, { starts: anyCharacter, ...stray });

/** What an argument of a call can begin with, or `)`. */
export const firstOfArguments: ReadonlySet<TokenType> = new Set([
  StringLiteral,
  UnclosedString,
  IntegerLiteral,
  FloatLiteral,
  LeftBracket,
  LeftCurly,
  True,
  False,
  Identifier,
  ReferenceLeftCurly,
  MethodClose,
]);

// ---- made by the lexer, never matched (see lexer.ts)
/** A sigil that begins nothing and is printed: `$ 5`. */
export const LoneSigil = token("LoneSigil", Lexer.NA, printed);
/** A sigil that Velocity drops, for example before `\\\\`. */
export const LostSigil = token("LostSigil", Lexer.NA, otherwise);
/** `$` or `#` at the very end: a lexical error. */
export const TrailingSigil = token("TrailingSigil", Lexer.NA, stray);
/** Punctuation of references in a place where it is text. */
export const Punctuation = token("Punctuation", Lexer.NA, printed);
