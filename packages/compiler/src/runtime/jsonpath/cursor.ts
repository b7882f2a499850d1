import { JavaException } from "../value.js";
import { invalidPath } from "./exceptions.js";

/**
 * A position in the text of a path or filter, with the look-ahead that Jayway's grammar is defined by (its
 * CharacterIndex). Only U+0020 counts as blank. Reading past the end of the text throws
 * StringIndexOutOfBoundsException, which whoever compiles the path makes an invalid path of.
 */
export class Cursor {
  readonly text: string;
  position = 0;
  /** The last character that belongs to the path: trimming moves it. */
  last: number;

  constructor(text: string) {
    this.text = text;
    this.last = text.length - 1;
  }

  at(index: number): string {
    const c = this.text[index];
    if (c === undefined) {
      throw new JavaException(
        "java.lang.StringIndexOutOfBoundsException",
        `index ${index}, length ${this.text.length}`,
      );
    }
    return c;
  }

  get current(): string {
    return this.at(this.position);
  }

  /** Whether the last character is reached. Jayway stops there, which is why `$['a']b` is `$['a']`. */
  get isTail(): boolean {
    return this.position >= this.last;
  }

  inBounds(index = this.position): boolean {
    return index >= 0 && index <= this.last;
  }

  skipBlanks(): this {
    while (this.position < this.last && this.current === " ") this.position++;
    return this;
  }

  trim(): this {
    this.skipBlanks();
    while (this.position < this.last && this.at(this.last) === " ") this.last--;
    return this;
  }

  /** Skips blanks and the character, which must come next. */
  expect(character: string): void {
    if (this.skipBlanks().current !== character) throw invalidPath(`Expected character: ${character}`);
    this.position++;
  }

  /** Skips blanks and, if it is next, the operator. */
  accept(operator: string): boolean {
    this.skipBlanks();
    const end = this.position + operator.length;
    if (end - 1 > this.last || !this.text.startsWith(operator, this.position)) return false;
    this.position = end;
    return true;
  }

  /** The first index after `from` that is not blank, which may be out of bounds. */
  significantAfter(from = this.position): number {
    let index = from + 1;
    while (this.inBounds(index) && this.text[index] === " ") index++;
    return index;
  }

  /** The next character after `from` that is not blank; a blank if there is none. */
  nextSignificant(from = this.position): string {
    const index = this.significantAfter(from);
    return this.inBounds(index) ? this.at(index) : " ";
  }

  /** Where the next character after `from` that is not blank is, if it is `character`; else -1. */
  indexOfNextSignificant(character: string, from = this.position): number {
    const index = this.significantAfter(from);
    return this.at(index) === character ? index : -1;
  }

  /** The last index before the position that is not blank; -1 if there is none. */
  significantBefore(): number {
    let index = this.position - 1;
    while (index >= 0 && this.text[index] === " ") index--;
    return index;
  }

  indexOf(character: string, from: number): number {
    const index = this.text.indexOf(character, from);
    return index > this.last ? -1 : index;
  }

  /** The next `character` after `from` that no backslash precedes; -1 if there is none. */
  indexOfUnescaped(character: string, from = this.position): number {
    for (let index = from + 1; index <= this.last; index++) {
      if (this.text[index] === "\\") index++;
      else if (this.text[index] === character) return index;
    }
    return -1;
  }

  /** The bracket that closes the one at `from`, strings skipped and, if asked, everything between slashes; -1 if there is none. */
  indexOfClosing(open: string, close: string, from: number, skipPatterns: boolean): number {
    let opened = 1;
    let index = from + 1;
    while (this.inBounds(index)) {
      const quote = this.text[index];
      if (quote === "'" || quote === '"') index = this.#after(quote, index);
      if (skipPatterns && this.text[index] === "/") index = this.#after("/", index);
      const c = this.at(index);
      if (c === open) opened++;
      if (c === close && --opened === 0) return index;
      index++;
    }
    return -1;
  }

  #after(delimiter: string, from: number): number {
    const end = this.indexOfUnescaped(delimiter, from);
    if (end === -1) throw invalidPath(`Could not find matching close for ${delimiter} in: ${this.text}`);
    return end + 1;
  }
}
