import { mapPutPrimitive, newMap } from "../collections/map.js";
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
import { tooDeep, unexpectedCharacter, unexpectedEnd, unexpectedToken } from "./parse-exception.js";
import { type TokenPlace, TokenReader } from "./token-reader.js";

/**
 * Deepest nesting of arrays and objects. json-smart 2.2 has no limit and dies of a StackOverflowError after some
 * thousands; 2.4.9 refuses more than 400. A thousand is far from both what people send and what stacks hold.
 */
export const MAX_DEPTH = 1000;

/**
 * json-smart 2.2 in `MODE_PERMISSIVE`, character for character: unquoted and single-quoted strings, stray commas,
 * leading zeros, anything after the document. Text that is no JSON at all is a String.
 */
export class PermissiveParser {
  readonly #reader: TokenReader;
  #depth = 0;

  constructor(text: string) {
    this.#reader = new TokenReader(text);
  }

  /** The document; JSON null is `null`. Throws ParseException or NumberFormatException. */
  parse(): Value {
    return this.#readValue("document");
  }

  #readValue(place: TokenPlace): Value {
    const reader = this.#reader;
    for (;;) {
      const c = reader.current;
      switch (c) {
        case TAB:
        case NEWLINE:
        case RETURN:
        case SPACE:
          reader.position++;
          continue;
        case COLON:
        case CLOSE_BRACKET:
        case CLOSE_BRACE:
          throw unexpectedCharacter(reader.position, c);
        case OPEN_BRACE:
          return this.#readObject();
        case OPEN_BRACKET:
          return this.#readArray();
        case QUOTE:
        case APOSTROPHE:
          return reader.readString(c);
      }
      if (c === MINUS || (c >= ZERO && c <= NINE)) return reader.readNumber(place);
      const word = reader.readUnquoted(reader.position, place);
      // After a control character that is no JSON blank even `null` is a String.
      return c <= SPACE ? word : wordValue(word);
    }
  }

  #enter(bracket: string): void {
    if (++this.#depth > MAX_DEPTH) throw tooDeep(this.#reader.position, bracket);
  }

  #readArray(): JavaList {
    this.#enter("[");
    const reader = this.#reader;
    const list: JavaList = [];
    reader.position++;
    for (;;) {
      const c = reader.current;
      switch (c) {
        case TAB:
        case NEWLINE:
        case RETURN:
        case SPACE:
        case COMMA:
          reader.position++;
          continue;
        case CLOSE_BRACKET:
          this.#depth--;
          reader.position++;
          return list;
        case COLON:
        case CLOSE_BRACE:
          throw unexpectedCharacter(reader.position, c);
        case END:
          throw unexpectedEnd(reader.position - 1, "EOF");
        default:
          list.push(this.#readValue("element"));
      }
    }
  }

  #readObject(): JavaMap {
    this.#enter("{");
    const reader = this.#reader;
    const map = newMap();
    for (;;) {
      reader.position++;
      const c = reader.current;
      switch (c) {
        case TAB:
        case NEWLINE:
        case RETURN:
        case SPACE:
        case COMMA:
          continue;
        case COLON:
        case OPEN_BRACKET:
        case CLOSE_BRACKET:
        case OPEN_BRACE:
          throw unexpectedCharacter(reader.position, c);
        case CLOSE_BRACE:
          break;
        default:
          this.#readMember(map, c);
          if (reader.current === COMMA) continue;
      }
      this.#depth--;
      reader.position++;
      return map;
    }
  }

  /** Reads `key: value`, up to the comma or brace after it. `c` is the first character of the key. */
  #readMember(map: JavaMap, c: number): void {
    const reader = this.#reader;
    const isQuoted = c === QUOTE || c === APOSTROPHE;
    const key = isQuoted ? reader.readString(c) : reader.readUnquoted(reader.position, "key");
    const separator = reader.skipSpace();
    if (separator === END) throw unexpectedEnd(reader.position - 1, "null");
    if (separator !== COLON) throw unexpectedCharacter(reader.position - 1, separator);
    if (++reader.position >= reader.length) throw unexpectedEnd(reader.position - 1, "EOF");
    mapPutPrimitive(map, key, this.#readValue("member"));
    const end = reader.skipSpace();
    if (end === END) throw unexpectedEnd(reader.position - 1, "null");
    if (end !== COMMA && end !== CLOSE_BRACE) throw unexpectedToken(reader.position - 1, end);
  }
}

function wordValue(word: string): Value {
  switch (word) {
    case "null":
      return null;
    case "true":
      return true;
    case "false":
      return false;
    case "NaN":
      return floatNaN();
    default:
      return word;
  }
}
