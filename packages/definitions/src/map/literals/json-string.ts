import type { Piece } from "../piece.js";
import { decodeEscape, type EscapeTable } from "./backslash-escape.js";
import { decodeQuoted } from "./decode-characters.js";

const ESCAPES: EscapeTable = {
  short: new Map([
    ["b", "\b"],
    ["f", "\f"],
    ["n", "\n"],
    ["r", "\r"],
    ["t", "\t"],
    ['"', '"'],
    ["\\", "\\"],
    ["/", "/"],
  ]),
  hexLengths: new Map([["u", 4]]),
};

/** Decodes a JSON string with its quotes; `undefined` if it is not one. */
export function decodeJsonString(source: string, base: number): Piece[] | undefined {
  return decodeQuoted(source, base, '"', /["\\\0-\x1f]/g, (builder, text, at, limit) =>
    text[at] === "\\" ? decodeEscape(builder, text, at, limit, ESCAPES) : undefined,
  );
}

/** The characters of `text` as they stand between the quotes of a JSON string. */
export function encodeJsonCharacters(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
