import type { Block, Comment, Range, Statement, Text } from "@apigw-vtl/compiler";
import { applyTextEdits } from "@apigw-vtl/definitions";
import { builders } from "prettier/doc";
import { type Doc, verbatim } from "./doc.js";
import { referenceDoc } from "./expression-doc.js";
import { expressionEdits } from "./expression-edits.js";
import { headerDoc, setDoc } from "./header-doc.js";
import { type BlockItem, gapOf, type JsonItem, type JsonItems, type JsonPart } from "./json-item.js";
import { MixedQuotes, nextQuoteState, type QuoteState, quotesAfter, readQuotes } from "./json-quotes.js";

const { breakParent } = builders;

/** The parts of a block that starts outside of JSON strings. Throws MixedQuotes if it does not end there. */
export function readJsonItems(block: Block, source: string, whiteSpaceBefore = ""): JsonItems {
  const reader = new ItemReader(source, whiteSpaceBefore);
  for (const statement of block.statements) reader.read(statement);
  return reader.end();
}

const brackets: Readonly<Record<string, "open" | "close" | "comma" | "colon">> = {
  "{": "open",
  "[": "open",
  "}": "close",
  "]": "close",
  ",": "comma",
  ":": "colon",
};

class ItemReader {
  readonly #source: string;
  readonly #items: JsonItem[] = [];
  #whiteSpace: string;
  #state: QuoteState = "outside";
  /** The atom that is being read. */
  #atom: { readonly docs: Doc[]; bare: boolean; readonly whiteSpace: string } | undefined;

  constructor(source: string, whiteSpaceBefore: string) {
    this.#source = source;
    this.#whiteSpace = whiteSpaceBefore;
  }

  end(): JsonItems {
    if (this.#state !== "outside") throw new MixedQuotes();
    this.#closeAtom();
    return { items: this.#items, endGap: gapOf(this.#whiteSpace) };
  }

  read(node: Statement): void {
    if (this.#state !== "outside" && node.type !== "Text") return this.#readInString(node);
    switch (node.type) {
      case "Text":
        return this.#text(node);
      case "Reference":
        return this.#addToAtom(referenceDoc(node, this.#source), true);
      case "Comment":
        return this.#comment(node);
      case "Set":
        this.#whiteSpace += this.#source.slice(node.range.start, node.header.start);
        this.#push({ kind: "leaf", doc: setDoc(node, this.#source) });
        this.#whiteSpace = this.#source.slice(node.header.end, node.range.end);
        return;
      case "If":
        return this.#block(this.#ifItem(node), node.end);
      case "Foreach": {
        // Velocity renders a fourth argument in place of the block.
        if (node.arguments.length > 3) return this.#opaque(node);
        const header = headerDoc(node, node.arguments, this.#source);
        const body = readJsonItems(node.body, this.#source, this.#slice(node.header.end, node.body.range.start));
        const inline = this.#isOneLine(node.range.start, node.end?.start);
        const end = this.#endText(node.end);
        return this.#block({ kind: "block", sections: [{ header, body }], end, inline }, node.end);
      }
      case "MacroCall":
      case "Literal":
        return this.#printedAsItStands(node);
      default:
        return this.#opaque(node);
    }
  }

  #text(node: Text): void {
    if (node.kind !== "plain") {
      this.#state = readQuotes(this.#state, node.printed);
      return this.#addToAtom(verbatim(this.#slice(node.range.start, node.range.end)), true);
    }
    let from = node.range.start;
    const flush = (to: number, bare: boolean): void => {
      if (from < to) this.#addToAtom(verbatim(this.#slice(from, to)), bare);
      from = to;
    };
    for (let i = from; i < node.range.end; i++) {
      const char = this.#source[i] ?? "";
      const before = this.#state;
      this.#state = nextQuoteState(before, char);
      if (before !== "outside") {
        if (this.#state === "outside") flush(i + 1, false);
      } else if (this.#state !== "outside") flush(i, true);
      else if (char in brackets || /\s/.test(char)) {
        flush(i, true);
        this.#mark(char);
        from = i + 1;
      }
    }
    flush(node.range.end, this.#state === "outside");
  }

  #mark(char: string): void {
    this.#closeAtom();
    const kind = brackets[char];
    if (kind === undefined) this.#whiteSpace += char;
    else this.#push(kind === "open" || kind === "close" ? { kind, text: char } : { kind });
  }

  #readInString(node: Statement): void {
    if (node.type === "Define" || node.type === "Macro") throw new MixedQuotes();
    const after = quotesAfter(this.#state, node);
    // A string that ends inside of a directive: what follows the quote there is not laid out.
    if (after === "outside") throw new MixedQuotes();
    this.#state = after;
    this.#addToAtom(verbatim(this.#withExpressions(node)), false);
  }

  #withExpressions(node: Statement): string {
    const block: Block = { type: "Block", range: node.range, statements: [node] };
    const shift = node.range.start;
    const edits = expressionEdits(block, this.#source).map(({ start, end, newText }) => ({
      start: start - shift,
      end: end - shift,
      newText,
    }));
    return applyTextEdits(this.#slice(node.range.start, node.range.end), edits);
  }

  #comment(node: Comment): void {
    this.#closeAtom();
    const text = this.#slice(node.range.start, node.range.end);
    const bare = text.trimEnd();
    const endsLine = node.kind === "line";
    this.#push({ kind: "comment", doc: endsLine ? [bare, breakParent] : verbatim(bare), endsLine });
    this.#whiteSpace = text.slice(bare.length);
  }

  #ifItem(node: Extract<Statement, { type: "If" }>): BlockItem {
    const sections = node.branches.map((branch) => ({
      header: headerDoc(branch, [branch.condition], this.#source),
      body: readJsonItems(branch.body, this.#source, this.#slice(branch.header.end, branch.body.range.start)),
    }));
    const { otherwise } = node;
    if (otherwise) {
      const { header, body } = otherwise;
      const items = readJsonItems(body, this.#source, this.#slice(header.end, body.range.start));
      sections.push({ header: this.#slice(header.start, header.end), body: items });
    }
    const inline = this.#isOneLine(node.range.start, node.end?.start);
    return { kind: "block", sections, end: this.#endText(node.end), inline };
  }

  #block(item: BlockItem, end: Range | undefined): void {
    this.#closeAtom();
    this.#push(item);
    const text = end ? this.#slice(end.start, end.end) : "";
    this.#whiteSpace = text.slice(text.trimEnd().length);
  }

  /** A directive that is left as it is, on lines of its own. */
  #opaque(node: Statement): void {
    if (quotesAfter(this.#state, node) !== this.#state) throw new MixedQuotes();
    this.#closeAtom();
    const text = this.#slice(node.range.start, node.range.end);
    const trimmed = text.trimEnd();
    this.#push({ kind: "leaf", doc: verbatim(trimmed) });
    this.#whiteSpace = text.slice(trimmed.length);
  }

  #printedAsItStands(node: Statement): void {
    this.#state = quotesAfter(this.#state, node);
    this.#addToAtom(verbatim(this.#slice(node.range.start, node.range.end)), true);
  }

  #addToAtom(doc: Doc, bare: boolean): void {
    this.#atom ??= { docs: [], bare: false, whiteSpace: this.#whiteSpace };
    this.#atom.docs.push(doc);
    this.#atom.bare ||= bare;
    this.#whiteSpace = "";
  }

  #closeAtom(): void {
    if (!this.#atom) return;
    const { docs, bare, whiteSpace } = this.#atom;
    this.#items.push({ kind: "atom", doc: docs, bare, gap: gapOf(whiteSpace) });
    this.#atom = undefined;
  }

  #push(part: JsonPart): void {
    this.#closeAtom();
    this.#items.push({ ...part, gap: gapOf(this.#whiteSpace) });
    this.#whiteSpace = "";
  }

  #isOneLine(start: number, end: number | undefined): boolean {
    return !/[\r\n]/.test(this.#slice(start, end ?? this.#source.length));
  }

  #endText(end: Range | undefined): string {
    return end ? this.#slice(end.start, end.end).trimEnd() : "";
  }

  #slice(start: number, end: number): string {
    return this.#source.slice(start, end);
  }
}
