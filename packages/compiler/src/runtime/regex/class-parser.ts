import { optional } from "../optional.js";
import { readCharEscape } from "./char-escape.js";
import { type CharSet, complementOf, intersectionOf, rangeSet, setWhere, singleSet, unionOf } from "./char-set.js";
import { code, type PatternReader } from "./pattern-reader.js";
import { predefinedSet } from "./predefined-sets.js";
import { parseProperty } from "./property-parser.js";

const OPEN = code("[");
const CLOSE = code("]");
const AND = code("&");
const MINUS = code("-");
const BACKSLASH = code("\\");

/** Parses `[…]` with its unions, intersections and negation; the reader is at the `[`. */
export const parseClass = optional(
  "pattern classes",
  (reader: PatternReader): CharSet => reader.nested(() => new ClassParser(reader).parse(true)),
);

/**
 * One level of a class. Java keeps the single characters of a level in one mutable bit set, which an intersection refers
 * to rather than copies: `[a&&[b]&]` contains `a`, because the `&` behind the intersection brings the whole set back in.
 */
class ClassParser {
  readonly #reader: PatternReader;
  readonly #singles: CharSet[] = [];
  readonly #singlesSet: CharSet = liveUnion(this.#singles);
  #hasSingles = false;
  /** What is parsed so far, without pending single characters. */
  #previous: CharSet[] = [];
  #current: CharSet | undefined;

  constructor(reader: PatternReader) {
    this.#reader = reader;
  }

  /** Up to `]`, which is consumed or left for the enclosing level. */
  parse(consume: boolean): CharSet {
    const reader = this.#reader;
    let codePoint = reader.next();
    let isNegated = false;
    if (codePoint === code("^") && reader.at(reader.position - 1) === OPEN) {
      isNegated = true;
      codePoint = reader.next();
    }
    for (; ; codePoint = reader.peek()) {
      if (codePoint === CLOSE && (this.#previous.length > 0 || this.#hasSingles)) break;
      if (codePoint === 0 && reader.atEnd) throw reader.error("Unclosed character class");
      if (codePoint === OPEN) this.#add(parseClass(reader));
      else if (codePoint !== AND || !this.#parseIntersection()) this.#parseMember();
    }
    if (consume) reader.next();
    this.#takeSingles();
    const set = unionOf(this.#previous);
    return isNegated ? complementOf(set) : set;
  }

  #add(set: CharSet): void {
    this.#current = set;
    this.#previous.push(set);
  }

  #takeSingles(): void {
    if (!this.#hasSingles) return;
    this.#hasSingles = false;
    if (this.#previous.length === 0) this.#current = this.#singlesSet;
    this.#previous.push(this.#singlesSet);
  }

  /** At `&`: parses `&&` and its right side; false when it is a plain `&`. */
  #parseIntersection(): boolean {
    const reader = this.#reader;
    if (reader.next() !== AND) {
      reader.unread();
      return false;
    }
    const right = this.#parseRightSide();
    this.#takeSingles();
    if (right !== undefined) this.#current = right;
    if (this.#previous.length === 0) {
      if (right === undefined) throw reader.error("Bad class syntax");
      this.#previous = [right];
    } else if (this.#current !== undefined) {
      this.#previous = [intersectionOf(unionOf(this.#previous), this.#current)];
    }
    return true;
  }

  #parseRightSide(): CharSet | undefined {
    const reader = this.#reader;
    const sets: CharSet[] = [];
    for (let next = reader.next(); next !== CLOSE && next !== AND; next = reader.peek()) {
      if (next === OPEN) {
        sets.push(parseClass(reader));
      } else {
        reader.unread();
        sets.push(reader.nested(() => new ClassParser(reader).parse(false)));
      }
    }
    return sets.length === 0 ? undefined : unionOf(sets);
  }

  /** A character, a range, a predefined class or a property. */
  #parseMember(): void {
    const reader = this.#reader;
    const lower = this.#parseBound();
    if (typeof lower !== "number") {
      this.#add(lower);
      return;
    }
    const afterMinus = reader.at(reader.position + 1);
    if (reader.peek() !== MINUS || afterMinus === OPEN || afterMinus === CLOSE) {
      this.#addSingle(lower);
      return;
    }
    reader.next();
    const upper = this.#parseUpperBound();
    if (upper === undefined || upper < lower) throw reader.error("Illegal character range");
    this.#add(rangeSet(lower, upper, reader.flags));
  }

  #addSingle(codePoint: number): void {
    const { caseInsensitive, unicodeCase } = this.#reader.flags;
    const set = singleSet(codePoint, this.#reader.flags);
    // Latin-1 characters that equal others beyond Latin-1, such as k and the Kelvin sign, do not fit Java's bit set.
    if (
      codePoint < 256 &&
      !(caseInsensitive && unicodeCase && /[\xff\xb5IiSsKk\xc5\xe5]/.test(String.fromCharCode(codePoint)))
    ) {
      this.#singles.push(set);
      this.#hasSingles = true;
      this.#current = undefined;
    } else {
      this.#add(set);
    }
  }

  #parseBound(): number | CharSet {
    const reader = this.#reader;
    if (reader.peek() !== BACKSLASH) {
      const codePoint = reader.peek();
      reader.next();
      return codePoint;
    }
    const letter = reader.nextRaw();
    if (letter === code("p") || letter === code("P")) return parseProperty(reader);
    const beginsRange = reader.at(reader.position + 1) === MINUS;
    reader.position++;
    return this.#escape(letter, beginsRange);
  }

  #parseUpperBound(): number | undefined {
    const reader = this.#reader;
    if (reader.peek() !== BACKSLASH) {
      const codePoint = reader.peek();
      reader.next();
      return codePoint;
    }
    const letter = reader.nextRaw();
    reader.position++;
    const bound = this.#escape(letter, true);
    return typeof bound === "number" ? bound : undefined;
  }

  /** `\v` beside a `-` is U+000B, not the class of vertical white space. */
  #escape(letter: number, inRange: boolean): number | CharSet {
    if (letter === code("v") && inRange) return 0x0b;
    const set = predefinedSet(String.fromCodePoint(letter), this.#reader.flags);
    const member = set ?? readCharEscape(this.#reader, letter);
    if (member === undefined) throw this.#reader.error("Illegal/unsupported escape sequence");
    return member;
  }
}

/** The union of a list that may still grow. */
function liveUnion(sets: readonly CharSet[]): CharSet {
  return setWhere((codePoint) => sets.some((set) => set.has(codePoint)), true);
}
