import { optional } from "../optional.js";
import { compilePattern } from "../regex/index.js";
import { Cursor } from "./cursor.js";
import { invalidPath, isInvalidPath } from "./exceptions.js";
import { FilterNumber } from "./filter-number.js";
import {
  type FilterExpression,
  type FilterOperand,
  RELATIONAL_OPERATORS,
  type RelationalOperator,
} from "./filter-syntax.js";
import { documentValue, FALSE, type FilterValue, jsonLiteral, stringLiteral, TRUE } from "./filter-value.js";
import { parsePath } from "./path-parser.js";

/** Brackets and negations in one another. Java would overflow its stack. */
const MAX_NESTING = 100;

/**
 * A filter with its parentheses: `(@.a == 1 && !(@.b))`. `nesting` is how deep in other paths it stands.
 * Throws exceptions of several classes, which all mean that the path is invalid.
 */
export const parseFilter = optional("filters", (filter: string, nesting: number): FilterExpression => {
  const cursor = new Cursor(filter);
  const expression = new FilterParser(cursor, nesting).readOr();
  cursor.skipBlanks();
  if (cursor.inBounds()) {
    throw invalidPath(`Expected end of filter expression instead of: ${cursor.text.slice(cursor.position)}`);
  }
  return expression;
});

const compileFilterPattern = optional("filter patterns", compilePattern);

class FilterParser {
  readonly #cursor: Cursor;
  #nesting: number;

  constructor(cursor: Cursor, nesting: number) {
    this.#cursor = cursor;
    this.#nesting = nesting;
  }

  readOr(): FilterExpression {
    return this.#readChain("or", "||", () => this.#readChain("and", "&&", () => this.#readOperandOfAnd()));
  }

  #readChain(kind: "or" | "and", operator: string, readOperand: () => FilterExpression): FilterExpression {
    const first = readOperand();
    const operands = [first];
    for (;;) {
      const position = this.#cursor.position;
      if (!this.#cursor.accept(operator)) {
        this.#cursor.position = position;
        return operands.length === 1 ? first : { kind, operands };
      }
      operands.push(readOperand());
    }
  }

  #readOperandOfAnd(): FilterExpression {
    const cursor = this.#cursor.skipBlanks();
    const start = cursor.position;
    if (cursor.current === "!") {
      cursor.position++;
      const next = cursor.skipBlanks().current;
      if (next !== "$" && next !== "@") return this.#nested(() => ({ kind: "not", operand: this.#readOperandOfAnd() }));
      cursor.position = start;
    }
    if (cursor.current !== "(") return this.#readComparison();
    cursor.position++;
    const expression = this.#nested(() => this.readOr());
    cursor.expect(")");
    return expression;
  }

  #nested<T>(read: () => T): T {
    if (++this.#nesting > MAX_NESTING) throw invalidPath("Filter is nested too deeply");
    const result = read();
    this.#nesting--;
    return result;
  }

  /** `left operator right`, or a path alone. */
  #readComparison(): FilterExpression {
    const cursor = this.#cursor;
    const left = this.#readOperand();
    const position = cursor.position;
    try {
      const operator = this.#readOperator();
      return { kind: "comparison", operator, left, right: this.#readOperand() };
    } catch (error) {
      if (!isInvalidPath(error)) throw error;
      cursor.position = position;
    }
    if (left.kind !== "path") throw invalidPath("Expected path node");
    return { kind: "exists", path: left.path, expected: !left.negated };
  }

  #readOperator(): RelationalOperator {
    const cursor = this.#cursor.skipBlanks();
    const start = cursor.position;
    const continues = isOperatorSign(cursor.current) ? isOperatorSign : (c: string) => c !== " ";
    while (cursor.inBounds() && continues(cursor.current)) cursor.position++;
    const word = cursor.text.slice(start, cursor.position);
    const operator = RELATIONAL_OPERATORS.find((known) => known === word.toLowerCase());
    if (operator === undefined) throw invalidPath(`Filter operator ${word} is not supported!`);
    return operator;
  }

  #readOperand(): FilterOperand {
    const cursor = this.#cursor.skipBlanks();
    const negated = cursor.current === "!";
    if (negated) {
      cursor.position++;
      cursor.skipBlanks();
    }
    const c = cursor.current;
    if (c === "$" || c === "@") return { kind: "path", path: this.#readPath(), negated };
    if (negated) throw invalidPath("Unexpected character: !");
    return { kind: "literal", value: this.#readLiteral(c) };
  }

  #readPath() {
    const cursor = this.#cursor;
    const start = cursor.position;
    cursor.position++;
    while (cursor.inBounds()) {
      if (cursor.current === "[") {
        const close = cursor.indexOfClosing("[", "]", cursor.position, false);
        if (close === -1) throw invalidPath(`Square brackets does not match in filter ${cursor.text}`);
        cursor.position = close + 1;
      }
      const c = cursor.current;
      if (isOperatorSign(c) || c === " " || (c === ")" && !this.#closesFunction(start))) break;
      cursor.position++;
    }
    return parsePath(cursor.text.slice(start, cursor.position), this.#nesting + 1);
  }

  /** Whether the `)` at the position belongs to a call without arguments in the path that began at `start`. */
  #closesFunction(start: number): boolean {
    const cursor = this.#cursor;
    const open = cursor.significantBefore();
    return open !== -1 && cursor.at(open) === "(" && cursor.text.slice(start + 1, open).includes(".");
  }

  #readLiteral(first: string): FilterValue {
    switch (first) {
      case "'":
      case '"':
        return stringLiteral(this.#take(this.#closing(first)));
      case "t":
        return this.#readWord("true", TRUE);
      case "f":
        return this.#readWord("false", FALSE);
      case "n":
        return this.#readWord("null", documentValue(null));
      case "[":
        return this.#readJson("]");
      case "{":
        return this.#readJson("}");
      case "/":
        return this.#readPattern();
      default:
        return FilterNumber.ofLiteral(this.#takeMatch(/[\p{Nd}.eE-]*/uy));
    }
  }

  #readWord(word: string, value: FilterValue): FilterValue {
    if (!this.#cursor.accept(word)) throw invalidPath(`Expected <${word}> value`);
    return value;
  }

  #readJson(close: "]" | "}"): FilterValue {
    const cursor = this.#cursor;
    const end = cursor.indexOfClosing(cursor.current, close, cursor.position, false);
    if (end === -1) throw invalidPath(`JSON not closed. Expected ${close} in ${cursor.text}`);
    return jsonLiteral(this.#take(end));
  }

  /** `/pattern/flags`; the flags are those of an embedded flag expression. */
  #readPattern(): FilterValue {
    const source = this.#take(this.#closing("/")).slice(1, -1);
    const flags = this.#takeMatch(/[dixmsuU]*/y);
    return { kind: "pattern", pattern: compileFilterPattern(flags === "" ? source : `(?${flags})${source}`) };
  }

  #closing(delimiter: string): number {
    const end = this.#cursor.indexOfUnescaped(delimiter);
    if (end === -1) throw invalidPath(`Literal not closed. Expected ${delimiter} in ${this.#cursor.text}`);
    return end;
  }

  /** The text up to and with `last`. */
  #take(last: number): string {
    const start = this.#cursor.position;
    this.#cursor.position = last + 1;
    return this.#cursor.text.slice(start, last + 1);
  }

  #takeMatch(sticky: RegExp): string {
    sticky.lastIndex = this.#cursor.position;
    const match = sticky.exec(this.#cursor.text)?.[0] ?? "";
    this.#cursor.position += match.length;
    return match;
  }
}

function isOperatorSign(c: string): boolean {
  return "<>=~!".includes(c);
}
