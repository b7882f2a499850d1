import { isAsciiDigit, isAsciiLetter } from "./ascii.js";

const BACKSLASH = 0x5c;
const UPPER_Q = 0x51;
const UPPER_E = 0x45;

function isPlain(codePoint: number): boolean {
  return codePoint > 0x7f || isAsciiLetter(codePoint) || isAsciiDigit(codePoint);
}

/**
 * The pattern's code points with each `\Q…\E` replaced by escapes, as Java does before parsing; so a quantifier after
 * `\E` belongs to the last quoted character, and a quote may stand anywhere, also in a class.
 */
export function expandQuotes(source: string): number[] {
  const input = Array.from(source, (char) => char.codePointAt(0)!);
  if (!source.includes("\\Q")) return input;
  const output: number[] = [];
  let quoting = false;
  for (let i = 0; i < input.length; i++) {
    const codePoint = input[i]!;
    if (codePoint !== BACKSLASH) {
      if (quoting && !isPlain(codePoint)) output.push(BACKSLASH);
      output.push(codePoint);
    } else if (quoting) {
      if (input[i + 1] === UPPER_E) {
        quoting = false;
        i++;
      } else {
        output.push(BACKSLASH, BACKSLASH);
      }
    } else if (input[i + 1] === UPPER_Q) {
      quoting = true;
      i++;
      // `\1\Q2\E`: the first quoted digit must not lengthen an escape before the quote, so Java writes it as \x32.
      const first = input[i + 1];
      if (first !== undefined && isAsciiDigit(first)) output.push(BACKSLASH, 0x78, 0x33);
    } else {
      output.push(codePoint);
      if (i + 1 < input.length) output.push(input[++i]!);
    }
  }
  return output;
}
