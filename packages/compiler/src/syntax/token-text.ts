import type { SyntaxToken } from "./lexer.js";

const grammarDirectives = new Set(["if", "end", "set", "else", "elseif"]);

/** The name in `#name` or `#{name}`; the first character is a sigil, whichever it is. */
export function directiveName(image: string): string {
  const bracketed = /^.\{(.*)\}$/s.exec(image);
  return bracketed ? bracketed[1]! : image.slice(1);
}

/** Of sigils that begin nothing Velocity prints each `#`, and each `$` with its backslashes; a `!` is lost. */
export function printedSigils(image: string): string {
  return (image.match(/\\*\$|#/g) ?? []).join("");
}

/** Half of the backslashes stay before a directive that exists; before anything else they all do. */
export function escapedDirectiveText(image: string, isKnown: (name: string) => boolean): string {
  const last = image.lastIndexOf("\\");
  const directive = image.slice(last + 1);
  const name = directive.slice(1).replace(/^\{(.*)\}$/, "$1");
  return isKnown(name) || grammarDirectives.has(name) ? image.slice(0, last >> 1) + directive : image;
}

/** What a comment prints: sigils that the lexer took for a part of it, as in `$!##`. */
export function commentText(token: SyntaxToken): { kind: "line" | "block"; printed: string } {
  if (!token.image.startsWith("##", token.prefix.length)) return { kind: "block", printed: "" };
  const sigil = `${token.prefix}##`;
  return { kind: "line", printed: sigil.slice(0, sigil.indexOf("##")) };
}
