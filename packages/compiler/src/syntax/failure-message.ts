import type { SyntaxToken } from "./lexer.js";
import * as T from "./tokens.js";

/** What to say of a token that does not fit; `where` is for example "the condition of #if". */
export function failureMessage(token: SyntaxToken | undefined, where: string): { message: string; hint?: string } {
  if (token === undefined) return { message: `The template ends inside ${where}.` };
  const image = token.image.trim();
  const message = `\`${shorten(image)}\` does not fit here, in ${where}: the service refuses the whole template.`;
  const hint = hintFor(token, image);
  return hint === undefined ? { message } : { message, hint };
}

function hintFor(token: SyntaxToken, image: string): string | undefined {
  if (token.tokenType === T.Word && image === "null") {
    return 'There is no null in Velocity 1.7. Compare with "": a missing value is the empty string in the service.';
  }
  if (token.tokenType === T.Word) return "Names need a $ in front, strings need quotes.";
  if (token.tokenType === T.IntegerLiteral && image.startsWith("-")) {
    return "`-` before a digit belongs to the number: put a blank after the minus sign.";
  }
  if (token.tokenType === T.Assign) return "Compare with ==; a value is assigned by #set only, and there is no +=.";
  if (token.tokenType === T.StringLiteral || token.tokenType === T.UnclosedString) {
    return 'A backslash does not escape a quote in Velocity. Double the quote ("") or use the other kind of quotes.';
  }
  if (token.tokenType === T.MethodClose) return "Write () without a blank between the parentheses.";
  if (token.tokenType === T.RightBracket) return "Write [] without a blank between the brackets.";
  if (image.startsWith("|")) return "${x|'default'} came with Velocity 2; use #if($x != \"\").";
  return undefined;
}

function shorten(image: string): string {
  return image.length > 40 ? `${image.slice(0, 37)}…` : image;
}
