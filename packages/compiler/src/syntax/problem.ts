import type { Code } from "../diagnostics/codes.js";
import { BACKSLASH_HINT, endsInBackslash, failureMessage } from "./failure-message.js";
import type { SyntaxToken } from "./lexer.js";
import type { Range } from "./range.js";
import { Recover } from "./recovery-tokens.js";
import { MAX_NUMBER_LENGTH, MAX_STEPS, type SyntaxFailure } from "./syntax-failure.js";
import * as T from "./tokens.js";

/** Something that Velocity refuses, ready to be reported. */
export interface Problem {
  readonly code: Code;
  readonly range: Range;
  readonly message: string;
  readonly hint?: string | undefined;
}

/** A directive's parentheses or a reference that could not be read. */
export interface FailedPart {
  readonly first: SyntaxToken;
  /** Where reading stopped; undefined at the end of the template. */
  readonly found: SyntaxToken | undefined;
  readonly previous: SyntaxToken | undefined;
  /** What closes the bracket that was open there. */
  readonly close: SyntaxToken | undefined;
  /** For example `the condition of #if`; `a reference` for one in text. */
  readonly where: string;
  readonly failure: SyntaxFailure | undefined;
  readonly end: number;
}

const REFUSED = "the service refuses the whole template";

export function failedPart({ first, found, previous, close, where, failure, end }: FailedPart): Problem {
  const isReference = where === "a reference";
  if (failure?.code === "nesting-too-deep") {
    const range = { start: first.start, end: first.end };
    return { code: "nesting-too-deep", range, message: `Expressions in ${where} are nested too deeply.` };
  }
  if (failure?.code === "too-long" && failure.token !== undefined) return tooLong(failure.token);
  if (found?.tokenType === T.UnclosedString) {
    const message = `This string has no closing quote: ${where} cannot be read, and the service refuses the template.`;
    const hint = endsInBackslash(previous) ? BACKSLASH_HINT : undefined;
    return { code: "unclosed-string", range: { start: found.start, end: found.end }, message, hint };
  }
  if (found === undefined || found.tokenType === Recover || close?.tokenType === Recover) {
    const what = isReference ? "This reference" : `The parenthesis of ${where}`;
    const range = { start: first.start, end: Math.max(first.end, Math.min(found?.end ?? end, first.end)) };
    const code = isReference ? "unclosed-reference" : "unclosed-parenthesis";
    return { code, range, message: `${what} is never closed: ${REFUSED}.` };
  }
  // Text runs on to the next sigil; it is its beginning that does not fit.
  const range = { start: found.start, end: found.tokenType === T.Text ? found.start + 1 : found.end };
  const code = isReference && !close ? "unclosed-reference" : "unexpected-token";
  return { code, range, ...failureMessage(found, previous, where) };
}

function tooLong({ tokenType, start, end }: SyntaxToken): Problem {
  const message =
    tokenType === T.Identifier
      ? `This reference has more than ${MAX_STEPS} steps, the most that are read.`
      : `This number has more than ${MAX_NUMBER_LENGTH} characters, the most that are read.`;
  return { code: "too-long", range: { start, end }, message };
}

/** A token that cannot stand between statements. */
export function strayToken(token: SyntaxToken): Problem {
  const range = { start: token.start, end: token.end };
  switch (token.tokenType) {
    case Recover: {
      const message = `A ( after a reference before this is never closed: ${REFUSED}.`;
      const hint = "Write ${name} with braces where text that begins with ( follows a reference.";
      return { code: "unclosed-reference", range: { start: range.start, end: range.start + 1 }, message, hint };
    }
    case T.TrailingSigil: {
      const message = `The template ends in \`${token.image}\`: the service refuses it (a lexical error).`;
      return { code: "trailing-sigil", range, message, hint: "Put a blank or a newline after it, or remove it." };
    }
    case T.RefusedComment: {
      const sigil = { start: range.end - 1, end: range.end };
      const message = "The template ends right after a sigil in a comment: the service refuses it (a lexical error).";
      return { code: "trailing-sigil", range: sigil, message, hint: "End the comment with a newline or *#." };
    }
    case T.UnclosedTextblock:
      return { code: "unclosed-textblock", range, message: `This #[[ has no ]]#: ${REFUSED}.` };
    case T.BareCondition: {
      const hint = "Write #if($condition) … #end; to print the text, write \\#if.";
      return { code: "missing-parenthesis", range, message: `\`${token.image}\` has no condition: ${REFUSED}.`, hint };
    }
    default: {
      const { message, hint } = failureMessage(token, undefined, "the text after a reference");
      const brace = "Velocity still reads the reference before it; write ${name} with braces.";
      return { code: "unexpected-token", range, message, hint: hint ?? brace };
    }
  }
}
