import { jsonPathFailure } from "./exceptions.js";

const LETTERS: ReadonlyMap<string, string> = new Map([
  ["r", "\r"],
  ["f", "\f"],
  ["t", "\t"],
  ["n", "\n"],
  ["b", "\b"],
]);

/**
 * Undoes the backslash escapes of a quoted property or string: any other escaped character stands for itself, an
 * incomplete `\u` at the end for nothing. Throws JsonPathException for a `\u` without four hexadecimal digits.
 */
export function unescapeQuoted(text: string): string {
  if (!text.includes("\\")) return text;
  return text.replace(/\\(?:u(.{4})|u.*$|(.))/gs, (_, hex: string | undefined, character = "") =>
    hex === undefined ? (LETTERS.get(character) ?? character) : unicode(hex),
  );
}

function unicode(hex: string): string {
  // Integer.parseInt takes a sign.
  if (!/^[+-]?[0-9a-fA-F]+$/.test(hex)) throw jsonPathFailure(`Unable to parse unicode value: ${hex}`);
  return String.fromCharCode(Number.parseInt(hex, 16));
}
