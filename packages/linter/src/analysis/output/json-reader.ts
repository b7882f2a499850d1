import type { Range } from "@apigw-vtl/compiler";
import type { ExpectedJson, JsonFault, JsonMode, JsonPlace } from "./json-state.js";

const [QUOTE, BACKSLASH, LAST_ASCII] = [0x22, 0x5c, 0x7f];
const wordCharacters: readonly boolean[] = asciiTable(/[\w.+-]/);
const blanks: readonly boolean[] = asciiTable(/\s/);

function asciiTable(pattern: RegExp): readonly boolean[] {
  return Array.from({ length: LAST_ASCII + 1 }, (_, code) => pattern.test(String.fromCharCode(code)));
}

const isInString = (code: number) => code !== QUOTE && code !== BACKSLASH;
const isInWord = (code: number) => code <= LAST_ASCII && wordCharacters[code]!;
const isBlank = (code: number) => (code <= LAST_ASCII ? blanks[code]! : /\s/.test(String.fromCharCode(code)));

/** A text that a template prints, and where that is written. */
export interface PrintedText {
  readonly printed: string;
  readonly range: Range;
}

/** The place after a text. `report` is told of what is wrong in it. */
export function readText(place: JsonPlace, text: PrintedText, report: (fault: JsonFault) => void): JsonPlace {
  return new JsonReader(place, text, report).run();
}

/** Reads a text in place: there is one state a character, and no time for an object each. */
class JsonReader {
  readonly #printed: string;
  readonly #range: Range;
  readonly #report: (fault: JsonFault) => void;
  #mode: JsonMode;
  #stack: string;
  #comma: Range | undefined;
  #unsure: boolean;
  #at = 0;

  constructor(start: JsonPlace, { printed, range }: PrintedText, report: (fault: JsonFault) => void) {
    this.#printed = printed;
    this.#range = range;
    this.#report = report;
    this.#mode = start.mode;
    this.#stack = start.stack;
    this.#comma = start.comma;
    this.#unsure = start.unsure;
  }

  run(): JsonPlace {
    const { length } = this.#printed;
    for (this.#skip(); this.#at < length; this.#skip()) {
      this.#read(this.#printed[this.#at]!);
      this.#at++;
    }
    return { mode: this.#mode, stack: this.#stack, comma: this.#comma, unsure: this.#unsure };
  }

  /** Passes over what changes nothing: within a string to its next quote or backslash, a word's rest, blanks. */
  #skip(): void {
    const mode = this.#mode;
    if (mode === "string-escape" || mode === "key-escape") return;
    const isSkipped = mode === "string" || mode === "key-string" ? isInString : mode === "bare" ? isInWord : isBlank;
    while (this.#at < this.#printed.length && isSkipped(this.#printed.charCodeAt(this.#at))) this.#at++;
  }

  #read(char: string): void {
    switch (this.#mode) {
      case "string":
        this.#mode = char === '"' ? "after" : "string-escape";
        return;
      case "key-string":
        this.#mode = char === '"' ? "colon" : "key-escape";
        return;
      case "string-escape":
        this.#mode = "string";
        return;
      case "key-escape":
        this.#mode = "key-string";
        return;
      case "bare":
        if (!/\s/.test(char)) break;
        this.#mode = "after";
        return;
    }
    if (this.#mode === "after" && this.#stack === "" && !this.#unsure) {
      this.#report({ kind: "text-after", range: this.#place() });
    }
    const expected = this.#unsure ? undefined : expectedInstead(this.#mode, this.#stack, char);
    if (expected) this.#report({ kind: "misplaced", range: this.#place(), expected });
    if (expected === "bracket") {
      // Which brackets are open is not known any more.
      this.#unsure = true;
      this.#close();
    } else this.#structure(char);
  }

  #structure(char: string): void {
    const isKey = this.#mode === "key" || this.#mode === "key-or-end";
    const inObject = this.#stack.endsWith("{");
    const comma = this.#comma;
    this.#comma = undefined;
    switch (char) {
      case '"':
        this.#mode = isKey ? "key-string" : "string";
        return;
      case "{":
        this.#mode = "key-or-end";
        this.#stack += "{";
        return;
      case "[":
        this.#mode = "value-or-end";
        this.#stack += "[";
        return;
      case "}":
      case "]":
        if (comma && !this.#unsure) this.#report({ kind: "trailing-comma", comma, bracket: this.#place() });
        this.#close();
        return;
      case ",":
        this.#mode = inObject ? "key" : "value";
        this.#comma = this.#place();
        return;
      case ":":
        this.#mode = inObject ? "value" : "bare";
        return;
      default:
        this.#mode = isKey ? "colon" : "bare";
    }
  }

  #close(): void {
    this.#mode = "after";
    this.#stack = this.#stack.slice(0, -1);
  }

  /** Where the character is written; the whole text where that is not what is printed. */
  #place(): Range {
    const { start, end } = this.#range;
    if (this.#printed.length !== end - start) return this.#range;
    return { start: start + this.#at, end: start + this.#at + 1 };
  }
}

/** What should stand in place of a character; `undefined` if it is right, or another fault. */
function expectedInstead(mode: JsonMode, stack: string, char: string): ExpectedJson | undefined {
  switch (mode) {
    case "key":
    case "key-or-end":
      return char === '"' || char === "}" ? undefined : "name";
    case "colon":
      return char === ":" ? undefined : "colon";
    case "value":
      // After a comma `]` is a trailing comma.
      if (char === "]" && stack.endsWith("[")) return undefined;
      return isValueStart(char) ? undefined : "value";
    case "value-or-end":
      return char === "]" || isValueStart(char) ? undefined : "value";
    case "after":
      if (stack === "" || char === ",") return undefined;
      return closesOther(char, stack) ? "bracket" : /[}\]]/.test(char) ? undefined : "comma";
    case "bare":
      return closesOther(char, stack) ? "bracket" : /[;={["]/.test(char) ? "comma" : undefined;
    default:
      return undefined;
  }
}

/** `]` where `{` is open, or the other way round. */
function closesOther(char: string, stack: string): boolean {
  return (char === "]" && stack.endsWith("{")) || (char === "}" && stack.endsWith("["));
}

/** A number, a word or a bracket. Which words there are is not looked at, since a value may follow that is not known. */
function isValueStart(char: string): boolean {
  return /["{[\-\w]/.test(char);
}
