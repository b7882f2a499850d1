import { optional } from "../optional.js";
import { isAsciiDigit, isAsciiLetter } from "./ascii.js";
import { readCharEscape } from "./char-escape.js";
import { type CharSet, singleSet } from "./char-set.js";
import { parseClass } from "./class-parser.js";
import { lengthOf } from "./node-length.js";
import { withFlag } from "./pattern-flags.js";
import { code, PatternReader } from "./pattern-reader.js";
import { ANY_BUT_LINE_END, ANY_BUT_NEWLINE, ANY_CHAR, predefinedSet } from "./predefined-sets.js";
import { parseProperty } from "./property-parser.js";
import { parseQuantifier } from "./quantifier-parser.js";
import type { AssertionKind, CaseFolding, RegexNode } from "./syntax-tree.js";

const EMPTY: RegexNode = { type: "sequence", nodes: [] };

export interface ParsedPattern {
  readonly root: RegexNode;
  /** Number of capturing groups, without group 0. */
  readonly groupCount: number;
  readonly groupNames: ReadonlyMap<string, number>;
  readonly hasBackReference: boolean;
}

/**
 * Parses the syntax of java.util.regex.Pattern (JDK 17).
 * @throws JavaException PatternSyntaxException, with Java's message.
 */
export function parsePattern(source: string): ParsedPattern {
  return new PatternParser(source).parse();
}

// Most patterns that templates have written out need no more than one of these, and a module carries what it needs.
const escapeOf = optional("pattern escapes", (parser: PatternParser): RegexNode => parser.parseEscape());
const specialGroupOf = optional("special groups", (parser: PatternParser) => parser.parseSpecialGroup());

class PatternParser {
  readonly #reader: PatternReader;
  readonly #groupNames = new Map<string, number>();
  /** Sets of the characters read under `(?i)`: a long literal needs each but once. */
  readonly #foldedSingles = new Map<number, CharSet>();
  #groupCount = 0;
  #hasBackReference = false;

  constructor(source: string) {
    this.#reader = new PatternReader(source);
  }

  parse(): ParsedPattern {
    const root = this.#parseAlternatives();
    const reader = this.#reader;
    if (reader.position !== reader.length) {
      throw reader.error(reader.peek() === code(")") ? "Unmatched closing ')'" : "Unexpected internal error");
    }
    return {
      root,
      groupCount: this.#groupCount,
      groupNames: this.#groupNames,
      hasBackReference: this.#hasBackReference,
    };
  }

  #parseAlternatives(): RegexNode {
    const branches = [this.#parseSequence()];
    while (this.#reader.peek() === code("|")) {
      this.#reader.next();
      branches.push(this.#parseSequence());
    }
    return branches.length === 1 ? branches[0]! : { type: "alternation", branches };
  }

  #parseSequence(): RegexNode {
    const reader = this.#reader;
    const nodes: RegexNode[] = [];
    for (;;) {
      const codePoint = reader.peek();
      if (codePoint === code("|") || codePoint === code(")") || (codePoint === 0 && reader.atEnd)) break;
      const atom = codePoint === code("(") ? reader.nested(() => this.#parseGroup()) : this.#parseAtom(codePoint);
      if (atom !== undefined) nodes.push(parseQuantifier(reader, atom));
    }
    return nodes.length === 1 ? nodes[0]! : { type: "sequence", nodes };
  }

  #parseAtom(codePoint: number): RegexNode {
    const reader = this.#reader;
    switch (codePoint) {
      case code("["):
        return { type: "set", set: parseClass(reader) };
      case code("\\"):
        return escapeOf(this);
      case code("^"):
        reader.next();
        return this.#assertion(this.#lineStart());
      case code("$"):
        reader.next();
        return this.#assertion(this.#lineEnd());
      case code("."):
        reader.next();
        return { type: "set", set: this.#dot() };
      case code("?"):
      case code("*"):
      case code("+"):
        reader.next();
        throw reader.error(`Dangling meta character '${String.fromCharCode(codePoint)}'`);
      case code("{"):
        // Java quantifies an empty run of characters here: {2} is a valid pattern.
        return EMPTY;
      default:
        reader.next();
        return this.#literal(codePoint);
    }
  }

  #assertion(kind: AssertionKind): RegexNode {
    return { type: "assertion", kind };
  }

  #lineStart(): AssertionKind {
    const { multiline, unixLines } = this.#reader.flags;
    if (!multiline) return "inputStart";
    return unixLines ? "unixLineStart" : "lineStart";
  }

  #lineEnd(): AssertionKind {
    const { multiline, unixLines } = this.#reader.flags;
    if (!multiline) return unixLines ? "lastUnixLineEnd" : "lastLineEnd";
    return unixLines ? "unixLineEnd" : "lineEnd";
  }

  #dot(): CharSet {
    const { dotAll, unixLines } = this.#reader.flags;
    if (dotAll) return ANY_CHAR;
    return unixLines ? ANY_BUT_NEWLINE : ANY_BUT_LINE_END;
  }

  #literal(codePoint: number): RegexNode {
    const { flags } = this.#reader;
    if (!flags.caseInsensitive) return { type: "literal", codePoint };
    const key = codePoint * 2 + (flags.unicodeCase ? 1 : 0);
    const set = this.#foldedSingles.get(key) ?? singleSet(codePoint, flags);
    this.#foldedSingles.set(key, set);
    return { type: "set", set };
  }

  /** At a backslash. */
  parseEscape(): RegexNode {
    const reader = this.#reader;
    const letter = reader.nextRaw();
    if (letter === code("p") || letter === code("P")) return { type: "set", set: parseProperty(reader) };
    reader.position++;
    const name = String.fromCodePoint(letter);
    const set = predefinedSet(name, reader.flags);
    if (set !== undefined) return { type: "set", set };
    if (name === "R") return { type: "lineBreak" };
    if (name === "X") return { type: "grapheme" };
    if (name === "b" && this.#isGraphemeBoundary()) return { type: "graphemeBoundary" };
    if (name === "k") return this.#parseNamedReference();
    if (isAsciiDigit(letter) && name !== "0") return this.#parseNumberedReference(letter - code("0"));
    const assertion = this.#escapedAssertion(name);
    if (assertion !== undefined) return this.#assertion(assertion);
    const codePoint = readCharEscape(reader, letter);
    if (codePoint === undefined) throw reader.error("Illegal/unsupported escape sequence");
    return this.#literal(codePoint);
  }

  /** Behind `\b`: reads `{g}` if it is there. */
  #isGraphemeBoundary(): boolean {
    const reader = this.#reader;
    const start = reader.position;
    if (reader.peek() === code("{") && reader.next() === code("g")) {
      reader.position++;
      if (reader.read() === code("}")) return true;
      throw reader.error("Illegal/unsupported escape sequence");
    }
    reader.position = start;
    return false;
  }

  #escapedAssertion(letter: string): AssertionKind | undefined {
    const { unixLines, unicodeClasses } = this.#reader.flags;
    switch (letter) {
      case "A":
        return "inputStart";
      case "z":
        return "inputEnd";
      case "Z":
        return unixLines ? "lastUnixLineEnd" : "lastLineEnd";
      case "G":
        return "previousMatchEnd";
      case "b":
        return unicodeClasses ? "unicodeWordBoundary" : "wordBoundary";
      case "B":
        return unicodeClasses ? "notUnicodeWordBoundary" : "notWordBoundary";
      default:
        return undefined;
    }
  }

  #backReference(group: number): RegexNode {
    const { caseInsensitive, unicodeCase } = this.#reader.flags;
    this.#hasBackReference = true;
    let folding: CaseFolding = "none";
    if (caseInsensitive) folding = unicodeCase ? "unicode" : "ascii";
    return { type: "backReference", group, folding };
  }

  /** As many digits as still name a group opened so far; the first digit always counts. */
  #parseNumberedReference(first: number): RegexNode {
    let group = first;
    for (let next = this.#reader.peek(); isAsciiDigit(next); next = this.#reader.peek()) {
      const longer = group * 10 + (next - code("0"));
      if (longer > this.#groupCount) break;
      group = longer;
      this.#reader.read();
    }
    return this.#backReference(group);
  }

  #parseNamedReference(): RegexNode {
    const reader = this.#reader;
    if (reader.read() !== code("<")) {
      throw reader.error("\\k is not followed by '<' for named capturing group");
    }
    const name = this.#parseGroupName(reader.read());
    const group = this.#groupNames.get(name);
    if (group === undefined) throw reader.error(`named capturing group <${name}> does not exist`);
    return this.#backReference(group);
  }

  #parseGroupName(first: number): string {
    const reader = this.#reader;
    if (!isAsciiLetter(first)) throw reader.error("capturing group name does not start with a Latin letter");
    let name = String.fromCharCode(first);
    let codePoint = reader.read();
    for (; isAsciiLetter(codePoint) || isAsciiDigit(codePoint); codePoint = reader.read()) {
      name += String.fromCharCode(codePoint);
    }
    if (codePoint !== code(">")) throw reader.error("named capturing group is missing trailing '>'");
    return name;
  }

  /** At `(`; undefined for flags alone, such as `(?i)`. */
  #parseGroup(): RegexNode | undefined {
    const reader = this.#reader;
    const { flags } = reader;
    const node = reader.next() === code("?") ? specialGroupOf(this) : this.#parseCapturingGroup();
    if (node === undefined) return undefined;
    reader.expect(code(")"), "Unclosed group");
    reader.flags = flags;
    return node;
  }

  #parseCapturingGroup(name?: string): RegexNode {
    const index = ++this.#groupCount;
    if (name !== undefined) this.#groupNames.set(name, index);
    return { type: "group", index, body: this.#parseAlternatives() };
  }

  /** At the `?` of `(?`. */
  parseSpecialGroup(): RegexNode | undefined {
    const reader = this.#reader;
    const kind = reader.nextRaw();
    reader.position++;
    switch (kind) {
      case code(":"):
        return { type: "group", index: undefined, body: this.#parseAlternatives() };
      case code("="):
      case code("!"):
        return { type: "lookAhead", negative: kind === code("!"), body: this.#parseAlternatives() };
      case code(">"):
        return { type: "atomic", body: this.#parseAlternatives() };
      case code("<"):
        return this.#parseLookBehindOrNamedGroup(reader.read());
      case code("$"):
      case code("@"):
        throw reader.error("Unknown group type");
      default:
        reader.unread();
        return this.#parseFlagGroup();
    }
  }

  #parseLookBehindOrNamedGroup(kind: number): RegexNode {
    const reader = this.#reader;
    if (kind !== code("=") && kind !== code("!")) {
      const name = this.#parseGroupName(kind);
      if (this.#groupNames.has(name)) throw reader.error(`Named capturing group <${name}> is already defined`);
      return this.#parseCapturingGroup(name);
    }
    const inCodePoints = reader.hasSupplementaryFrom(reader.position);
    const body = this.#parseAlternatives();
    const { min, max } = lengthOf(body);
    if (max === undefined) throw reader.error("Look-behind group does not have an obvious maximum length");
    return { type: "lookBehind", negative: kind === code("!"), body, min, max, inCodePoints };
  }

  #parseFlagGroup(): RegexNode | undefined {
    const reader = this.#reader;
    this.#parseFlags();
    const end = reader.read();
    if (end === code(")")) return undefined;
    if (end !== code(":")) throw reader.error("Unknown inline modifier");
    return { type: "group", index: undefined, body: this.#parseAlternatives() };
  }

  #parseFlags(): void {
    const reader = this.#reader;
    let value = true;
    for (let letter = reader.peek(); ; letter = reader.next()) {
      if (letter === code("-") && value) {
        value = false;
        continue;
      }
      const flags = withFlag(reader.flags, String.fromCodePoint(letter), value);
      if (flags === undefined) return;
      reader.flags = flags;
    }
  }
}
