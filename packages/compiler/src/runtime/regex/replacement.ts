import { checkStringLength } from "../text/index.js";
import { JavaException } from "../value.js";
import { Matcher } from "./matcher.js";
import type { Pattern } from "./pattern.js";
import type { RegexBudget } from "./regex-budget.js";

/** Text, or the number of a group. */
type Part = string | number;

function illegal(message: string): JavaException {
  return new JavaException("java.lang.IllegalArgumentException", message);
}

function isDigit(char: string | undefined): char is string {
  return char !== undefined && char >= "0" && char <= "9";
}

/**
 * Reads a replacement: `$1`, `${name}`, `\` before a literal character. A number takes as many digits as still name a group.
 * @throws JavaException IllegalArgumentException, or IndexOutOfBoundsException for a group that does not exist
 */
class ReplacementParser {
  readonly #text: string;
  readonly #pattern: Pattern;
  #at = 0;

  constructor(text: string, pattern: Pattern) {
    this.#text = text;
    this.#pattern = pattern;
  }

  parse(): Part[] {
    const parts: Part[] = [];
    while (this.#at < this.#text.length) {
      const special = /[\\$]/g;
      special.lastIndex = this.#at;
      const end = special.exec(this.#text)?.index ?? this.#text.length;
      if (end > this.#at) parts.push(this.#text.slice(this.#at, end));
      this.#at = end + 1;
      if (end < this.#text.length) parts.push(this.#text[end] === "$" ? this.#parseGroup() : this.#parseEscaped());
    }
    return parts;
  }

  #parseEscaped(): string {
    const char = this.#text[this.#at++];
    if (char === undefined) throw illegal("character to be escaped is missing");
    return char;
  }

  #parseGroup(): number {
    const first = this.#text[this.#at];
    if (first === undefined) throw illegal("Illegal group reference: group index is missing");
    if (first === "{") return this.#parseNamedGroup();
    if (!isDigit(first)) throw illegal("Illegal group reference");
    let group = Number(first);
    this.#at++;
    for (let digit = this.#text[this.#at]; isDigit(digit); digit = this.#text[this.#at]) {
      const longer = group * 10 + Number(digit);
      if (longer > this.#pattern.groupCount) break;
      group = longer;
      this.#at++;
    }
    if (group > this.#pattern.groupCount) {
      throw new JavaException("java.lang.IndexOutOfBoundsException", `No group ${group}`);
    }
    return group;
  }

  #parseNamedGroup(): number {
    const named = /\{([A-Za-z0-9]*)(\}?)/y;
    named.lastIndex = this.#at;
    const [, name = "", end = ""] = named.exec(this.#text) ?? [];
    if (name === "") throw illegal("named capturing group has 0 length name");
    if (end === "") throw illegal("named capturing group is missing trailing '}'");
    if (isDigit(name[0])) throw illegal(`capturing group name {${name}} starts with digit character`);
    const group = this.#pattern.groupNames.get(name);
    if (group === undefined) throw illegal(`No group with name {${name}}`);
    this.#at = named.lastIndex;
    return group;
  }
}

function expand(parts: readonly Part[], matcher: Matcher): string {
  let text = "";
  for (const part of parts) text += typeof part === "string" ? part : (matcher.group(part) ?? "");
  return text;
}

function replace(
  pattern: Pattern,
  input: string,
  replacement: string,
  isGlobal: boolean,
  budget?: RegexBudget,
): string {
  const matcher = new Matcher(pattern, input, 0, budget);
  // Java reads the replacement only once there is a match: without one its errors go unnoticed.
  if (!matcher.find()) return input;
  const parts = new ReplacementParser(replacement, pattern).parse();
  let text = "";
  let copied = 0;
  do {
    text += input.slice(copied, matcher.start) + expand(parts, matcher);
    checkStringLength(text.length);
    copied = matcher.end;
  } while (isGlobal && matcher.find());
  return text + input.slice(copied);
}

/** `Matcher.replaceAll`. */
export function replaceAll(pattern: Pattern, input: string, replacement: string, budget?: RegexBudget): string {
  return replace(pattern, input, replacement, true, budget);
}

/** `Matcher.replaceFirst`. */
export function replaceFirst(pattern: Pattern, input: string, replacement: string, budget?: RegexBudget): string {
  return replace(pattern, input, replacement, false, budget);
}
