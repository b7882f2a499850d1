import type { Block, Range, Reference, Statement, Template } from "@apigw-vtl/compiler";
import { nextQuoteState, type QuoteState } from "./json-quotes.js";

/** What was printed before a place, as far as it can run together with what comes: a word, a word and a blank, a mark. */
type Before = ReadonlySet<"word" | "blank" | "mark">;

const MARK: Before = new Set(["mark"]);
const WORD: Before = new Set(["word"]);

/**
 * All that a template prints and does, in the order of its text, without the white space that does not count. Two
 * templates with the same tokens print the same for every request: byte for byte, or, of `json`, as JSON. There each
 * word carries what can stand before it on the ways to it, since only between two words does white space count.
 */
export function printedTokens(source: string, tree: Template, output: "json" | "text"): readonly string[] {
  const reader = new TokenReader(source, output === "json");
  reader.block(tree.body);
  return reader.tokens;
}

class TokenReader {
  readonly #source: string;
  readonly #isJson: boolean;
  tokens: string[] = [];
  #quotes: QuoteState = "outside";
  #before: Before = MARK;

  constructor(source: string, isJson: boolean) {
    this.#source = source;
    this.#isJson = isJson;
  }

  block({ statements }: Block): void {
    for (const statement of statements) this.#statement(statement);
  }

  #statement(node: Statement): void {
    switch (node.type) {
      case "Text":
        return this.#print(node.printed);
      case "Literal":
        this.#directive("#literal");
        return this.#print(node.printed);
      case "Comment":
        this.#directive(this.#compact(node.range));
        return this.#print(node.printed);
      case "MacroCall":
        this.#directive("call");
        this.#print(node.printed);
        if (node.body) this.block(node.body);
        return this.#directive("#end");
      case "Reference":
        return this.#reference(node);
      case "If":
        return this.#if(node);
      case "Foreach":
        this.#directive(this.#compact(node.header));
        this.#rounds(node.body);
        return this.#directive("#end");
      case "Define":
        return this.#define(this.#compact(node.header), node.body);
      case "Set":
        return this.#directive(this.#compact(node.header));
      default:
        return this.#directive(this.#source.slice(node.range.start, node.range.end));
    }
  }

  #print(printed: string): void {
    if (!this.#isJson) return this.#push(printed);
    for (const char of printed) {
      const before = this.#quotes;
      this.#quotes = nextQuoteState(before, char);
      if (before !== "outside") {
        this.#push(char);
        this.#before = MARK;
      } else if (/\s/.test(char)) {
        if (this.#before.has("word")) {
          this.#before = new Set([...this.#before].map((one) => (one === "word" ? "blank" : one)));
        }
      } else if (/["{}[\],:]/.test(char)) {
        this.#push(char);
        this.#before = MARK;
      } else {
        this.#word(char);
        this.#before = WORD;
      }
    }
  }

  #word(text: string): void {
    this.#push(`${[...this.#before].sort().join()} ${text}`);
  }

  #reference(node: Reference): void {
    const text = this.#compact(node.range);
    if (this.#quotes === "escape") this.#quotes = "string";
    if (!this.#isJson || this.#quotes !== "outside") return this.#directive(text);
    this.tokens.push("");
    this.#word(text);
    this.tokens.push("");
    // It may print nothing.
    this.#before = new Set([...this.#before, "word"]);
  }

  #if(node: Extract<Statement, { type: "If" }>): void {
    const start = { before: this.#before, quotes: this.#quotes };
    const ends: Before[] = [];
    const branch = (header: Range, body: Block): void => {
      this.#directive(this.#compact(header));
      this.#before = start.before;
      this.#quotes = start.quotes;
      this.block(body);
      ends.push(this.#before);
    };
    for (const { header, body } of node.branches) branch(header, body);
    if (node.otherwise) branch(node.otherwise.header, node.otherwise.body);
    else ends.push(start.before);
    this.#directive("#end");
    this.#before = new Set(ends.flatMap((end) => [...end]));
  }

  /** A round may follow the text before the loop, or another round. */
  #rounds(body: Block): void {
    const { tokens } = this;
    const quotes = this.#quotes;
    let before = this.#before;
    for (let size = 0; size !== before.size; ) {
      size = before.size;
      this.tokens = [];
      this.#before = before;
      this.#quotes = quotes;
      this.block(body);
      before = new Set([...before, ...this.#before]);
    }
    this.tokens = [...tokens, ...this.tokens];
    this.#before = before;
  }

  /** A block that is printed where it is read: nothing is known about what is around it there. */
  #define(header: string, body: Block): void {
    this.#directive(header);
    const inside = new TokenReader(this.#source, false);
    inside.block(body);
    this.tokens.push(...inside.tokens);
    this.#directive("#end");
  }

  /** Text that is printed joins the text before it. */
  #push(text: string): void {
    const last = this.tokens.length - 1;
    if (last < 0) this.tokens.push(text);
    else this.tokens[last] += text;
  }

  #directive(text: string): void {
    this.tokens.push(text, "");
  }

  /** Source without the white space outside of its quotes. */
  #compact({ start, end }: Range): string {
    const text = this.#source.slice(start, end);
    return text.trimStart().startsWith("##") ? text.trim() : text.replace(/("[^"]*"|'[^']*')|\s+/g, "$1");
  }
}
