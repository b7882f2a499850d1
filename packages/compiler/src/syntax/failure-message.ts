import type { SyntaxToken } from "./lexer.js";
import * as T from "./tokens.js";

/** What to say of a token that does not fit after another; `where` is for example "the condition of #if". */
export function failureMessage(
  token: SyntaxToken | undefined,
  previous: SyntaxToken | undefined,
  where: string,
): { message: string; hint?: string } {
  if (token === undefined) return { message: `The template ends inside ${where}.` };
  const image = token.image.trim();
  const message = `\`${shorten(image)}\` does not fit here, in ${where}: the service refuses the whole template.`;
  const hint = hintFor(token, previous, image);
  return hint === undefined ? { message } : { message, hint };
}

/** Whether the string ends where its author wanted to have a quote in it. */
export function endsInBackslash(token: SyntaxToken | undefined): boolean {
  return token?.tokenType === T.StringLiteral && token.image.at(-2) === "\\";
}

export const BACKSLASH_HINT =
  'A backslash does not escape a quote in Velocity. Double the quote ("") or use the other kind of quotes.';

function hintFor(token: SyntaxToken, previous: SyntaxToken | undefined, image: string): string | undefined {
  if (endsInBackslash(previous)) return BACKSLASH_HINT;
  if (token.tokenType === T.Word && image === "null") {
    return 'There is no null in Velocity 1.7. Compare with "": a missing value is the empty string in the service.';
  }
  if (token.tokenType === T.Word) return "Names need a $ in front, strings need quotes.";
  if (token.tokenType === T.IntegerLiteral && image.startsWith("-")) {
    return "`-` before a digit belongs to the number: put a blank after the minus sign.";
  }
  if (token.tokenType === T.Assign) return "Compare with ==; a value is assigned by #set only, and there is no +=.";
  if (previous?.tokenType === T.MethodOpen && token.tokenType === T.MethodClose) {
    return "Write () without a blank between the parentheses.";
  }
  if (previous?.tokenType === T.LeftBracket && token.tokenType === T.RightBracket) {
    return "Write [] without a blank between the brackets.";
  }
  if (previous?.tokenType === T.Comma) return "A list must not end in a comma.";
  if (image.startsWith("|")) return "${x|'default'} came with Velocity 2; use #if($x != \"\").";
  return undefined;
}

function shorten(image: string): string {
  const [line = ""] = image.split(/[\r\n]/, 1);
  return line.length > 40 || line !== image ? `${line.slice(0, 37)}…` : image;
}
