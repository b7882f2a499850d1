import { JavaException } from "../value.js";
import { isAsciiSpace } from "./ascii.js";
import { NO_FLAGS, type PatternFlags } from "./pattern-flags.js";
import { expandQuotes } from "./quoting.js";

/** Deeper nesting of groups or classes ends as in Java, with a StackOverflowError (there the limit is the thread's stack). */
const MAX_NESTING = 500;

const HASH = 0x23;

export function isSurrogate(codePoint: number): boolean {
  return codePoint >= 0xd800 && codePoint <= 0xdfff;
}

/** Code point of the character of a one-character string. */
export function code(char: string): number {
  return char.charCodeAt(0);
}

/**
 * Walks a pattern's code points; in comments mode it passes over white space and `#…`.
 * `position` moves exactly as in java.util.regex, since error messages print it.
 */
export class PatternReader {
  flags: PatternFlags = NO_FLAGS;
  position = 0;
  readonly length: number;
  readonly #source: string;
  readonly #codePoints: readonly number[];
  #nesting = 0;

  constructor(source: string) {
    this.#source = source;
    this.#codePoints = expandQuotes(source);
    this.length = this.#codePoints.length;
  }

  /** The code point at an index as written; 0 beyond the end. */
  at(index: number): number {
    return this.#codePoints[index] ?? 0;
  }

  get atEnd(): boolean {
    return this.position >= this.length;
  }

  /** The next code point, which stays unread. */
  peek(): number {
    if (this.flags.comments) this.#skipComments();
    return this.at(this.position);
  }

  /** Reads and returns the next code point. */
  read(): number {
    const codePoint = this.peek();
    this.position++;
    return codePoint;
  }

  /** Drops one code point and returns the one behind it, unread. */
  next(): number {
    this.position++;
    return this.peek();
  }

  /** As `next`, but white space counts even in comments mode. */
  nextRaw(): number {
    return this.at(++this.position);
  }

  /** Reads a code point as written. */
  readRaw(): number {
    return this.at(this.position++);
  }

  unread(): void {
    this.position--;
  }

  /** Reads the code point, or fails. */
  expect(codePoint: number, message: string): void {
    if (this.read() !== codePoint) throw this.error(message);
  }

  text(from: number, to: number): string {
    return String.fromCodePoint(...this.#codePoints.slice(from, to));
  }

  /** Whether a code point beyond the BMP, or a surrogate, stands at or behind the index. */
  hasSupplementaryFrom(index: number): boolean {
    return this.#codePoints.slice(index).some((codePoint) => codePoint > 0xffff || isSurrogate(codePoint));
  }

  /** Runs a nested construct, within the nesting limit. */
  nested<T>(parse: () => T): T {
    if (++this.#nesting > MAX_NESTING) {
      throw new JavaException("java.lang.StackOverflowError", "The regular expression is nested too deeply");
    }
    const result = parse();
    this.#nesting--;
    return result;
  }

  /** A `PatternSyntaxException` just before the current position, with the message that Java builds. */
  error(description: string): JavaException {
    const index = this.position - 1;
    const pattern = this.#source;
    let message = description;
    if (index >= 0) message += ` near index ${index}`;
    message += `\n${pattern}`;
    if (index >= 0 && index < pattern.length) message += `\n${pattern.slice(0, index).replace(/[^\t]/g, " ")}^`;
    return new JavaException("java.util.regex.PatternSyntaxException", message);
  }

  #skipComments(): void {
    for (;;) {
      const codePoint = this.at(this.position);
      if (isAsciiSpace(codePoint)) {
        this.position++;
      } else if (codePoint === HASH) {
        do this.position++;
        while (!this.atEnd && !this.#isLineSeparator(this.at(this.position)));
      } else {
        return;
      }
    }
  }

  #isLineSeparator(codePoint: number): boolean {
    if (this.flags.unixLines) return codePoint === 0x0a;
    return codePoint === 0x0a || codePoint === 0x0d || (codePoint | 1) === 0x2029 || codePoint === 0x85;
  }
}
