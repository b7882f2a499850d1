import type { CustomPatternMatcherReturn, IToken } from "chevrotain";
import { type ScannedComment, scanComment } from "./comments.js";

/** A pattern that needs more than a regular expression; see Chevrotain's custom token patterns. */
export type Matcher = (text: string, offset: number, matched: IToken[]) => CustomPatternMatcherReturn | null;

/** A match without characters. */
export const nothing: [string] = [""];

/** One representative of every bucket into which Chevrotain sorts first characters. */
export const anyCharacter: number[] = [];
for (let code = 0; code < 256; code++) anyCharacter.push(code);
for (let code = 256; code < 65536; code += 255) anyCharacter.push(code);
anyCharacter.push(65535);

export const anyExcept = (excluded: string) =>
  anyCharacter.filter((code) => !excluded.includes(String.fromCharCode(code)));

export const WORD = "[A-Za-z_@][A-Za-z0-9_@]*";
export const BRACKETED_WORD = "\\{[A-Za-z_][A-Za-z0-9_@]*\\}";
const EOL = "(?:\\r\\n|\\n|\\r)";
export const END_OF_LINE = `(?:[ \\t]*${EOL})?`;
export const NOT_IN_WORD = "(?![A-Za-z0-9_@])";
export const OPEN = "[ \\t\\r\\n]*\\(";
export const regex = (source: string) => new RegExp(source);

/**
 * Backslashes are looked at as a whole run, once: `\\\$x` is decided by what follows the last of them, and
 * scanning the run again from each of its characters would be quadratic.
 */
const backslashRun = { text: "", start: -1, end: -1 };
function endOfBackslashes(text: string, offset: number): number {
  const run = backslashRun;
  if (run.text !== text || offset < run.start || offset >= run.end) {
    let end = offset;
    while (text.charCodeAt(end) === 92) end++;
    run.text = text;
    run.start = offset;
    run.end = end;
  }
  return run.end;
}

const directiveAfterHash = new RegExp(`#(?:${WORD}|${BRACKETED_WORD})`, "y");
const dollarPattern = /\$(?:\\*!)?/y;

export function matchAt(pattern: RegExp, text: string, offset: number): string | undefined {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0];
}

export const escapedDirective: Matcher = (text, offset) => {
  const end = endOfBackslashes(text, offset);
  if ((end - offset) % 2 === 0) return null;
  const directive = matchAt(directiveAfterHash, text, end);
  return directive === undefined ? null : [text.slice(offset, end) + directive];
};

export const dollar: Matcher = (text, offset) => {
  const end = text.charCodeAt(offset) === 92 ? endOfBackslashes(text, offset) : offset;
  const sigil = matchAt(dollarPattern, text, end);
  return sigil === undefined ? null : [text.slice(offset, end) + sigil];
};

export const comment = (opening: number, wanted: (found: ScannedComment) => boolean): Matcher => {
  return (text, offset) => {
    if (text.charCodeAt(offset + 1) !== opening) return null;
    const found = scanComment(text, offset);
    return wanted(found) ? [text.slice(offset, found.end)] : null;
  };
};
