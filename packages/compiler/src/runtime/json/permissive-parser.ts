import { mapFill, newMap } from "../collections/map.js";
import { floatNaN } from "../number/index.js";
import type { JavaList, JavaMap, Value } from "../value.js";
import {
  APOSTROPHE,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  END,
  MINUS,
  NEWLINE,
  NINE,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
  RETURN,
  SPACE,
  TAB,
  ZERO,
} from "./characters.js";
import { tooDeep, unexpected, unexpectedCharacter, unexpectedEnd } from "./parse-exception.js";
import { currentOf, type Reading, readNumber, readString, readUnquoted, type Stops, skipControls } from "./tokens.js";

/**
 * Deepest nesting of arrays and objects. json-smart 2.2 has no limit and dies of a StackOverflowError after some
 * thousands; 2.4.9 refuses more than 400. A thousand is far from both what people send and what stacks hold.
 */
export const MAX_DEPTH = 1000;

/**
 * json-smart 2.2 in `MODE_PERMISSIVE`, character for character: unquoted and single-quoted strings, stray commas,
 * leading zeros, anything after the document. Text that is no JSON at all is a String, JSON null is `null`.
 * Throws ParseException or NumberFormatException.
 *
 * Functions over a `Reading`, not a class: an emitted module carries all of them, and they are shorter.
 */
export function parsePermissively(text: string): Value {
  return readValue({ jsonText: `${text}\x1a`, position: 0, bracketDepth: 0 }, "");
}

function readValue(reading: Reading, stops: Stops): Value {
  const c = skipBlanks(reading, SPACE);
  if (c === OPEN_BRACE || c === OPEN_BRACKET) return readNested(reading, c);
  if (c === QUOTE || c === APOSTROPHE) return readString(reading, c);
  if (c === COLON || c === CLOSE_BRACKET || c === CLOSE_BRACE) throw unexpectedCharacter(reading.position, c);
  if (c === MINUS || (c >= ZERO && c <= NINE)) return readNumber(reading, stops);
  const word = readUnquoted(reading, reading.position, stops);
  // After a control character that is no JSON blank even `null` is a String.
  return c <= SPACE ? word : wordValue(word);
}

function wordValue(word: string): Value {
  if (word === "null") return null;
  if (word === "true") return true;
  if (word === "false") return false;
  return word === "NaN" ? floatNaN() : word;
}

/** Skips the blanks of JSON, and what else is skipped there, and returns the next character. */
function skipBlanks(reading: Reading, other: number): number {
  for (;;) {
    const c = currentOf(reading);
    if (c !== other && c !== SPACE && c !== NEWLINE && c !== TAB && c !== RETURN) return c;
    reading.position++;
  }
}

/** From an opening bracket to behind the closing one. */
function readNested(reading: Reading, bracket: number): Value {
  if (++reading.bracketDepth > MAX_DEPTH) throw tooDeep(reading.position, bracket === OPEN_BRACE ? "{" : "[");
  reading.position++;
  const value = bracket === OPEN_BRACE ? readMembers(reading) : readItems(reading);
  reading.bracketDepth--;
  reading.position++;
  return value;
}

function readItems(reading: Reading): JavaList {
  const list: JavaList = [];
  for (;;) {
    const c = skipBlanks(reading, COMMA);
    if (c === CLOSE_BRACKET) return list;
    if (c === END) throw unexpectedEnd(reading.position - 1, "EOF");
    list.push(readValue(reading, ",]"));
  }
}

function readMembers(reading: Reading): JavaMap {
  const map = newMap();
  for (;;) {
    const c = skipBlanks(reading, COMMA);
    if (c === CLOSE_BRACE) return map;
    if (c === COLON || c === OPEN_BRACKET || c === CLOSE_BRACKET || c === OPEN_BRACE) {
      throw unexpectedCharacter(reading.position, c);
    }
    const key = c === QUOTE || c === APOSTROPHE ? readString(reading, c) : readUnquoted(reading, reading.position, ":");
    const separator = skipInMember(reading);
    if (separator !== COLON) throw unexpectedCharacter(reading.position - 1, separator);
    if (++reading.position >= reading.jsonText.length - 1) throw unexpectedEnd(reading.position - 1, "EOF");
    mapFill(map, key, readValue(reading, ",}"));
    const end = skipInMember(reading);
    if (end !== COMMA && end !== CLOSE_BRACE)
      throw unexpected(`token ${String.fromCharCode(end)}`, reading.position - 1);
  }
}

/** What is next behind a key or a value. */
function skipInMember(reading: Reading): number {
  const c = skipControls(reading);
  if (c === END) throw unexpectedEnd(reading.position - 1, "null");
  return c;
}
