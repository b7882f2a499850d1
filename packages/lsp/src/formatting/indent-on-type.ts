import { type Block, parse, type Statement, type Template } from "@apigw-vtl/compiler";
import { applyTextEdits, type TextEdit } from "@apigw-vtl/definitions";
import { nextQuoteState, type QuoteState } from "./json-quotes.js";
import { indentOf, type LayoutOptions } from "./layout.js";
import { printedTokens } from "./printed-tokens.js";

/**
 * Indents the line of a place where something was typed, as formatting would, in a template that prints JSON. The
 * template need not be complete. No edit where the line starts in a string, or if anything printed would change.
 */
export function indentOnType(source: string, offset: number, layout: LayoutOptions): readonly TextEdit[] {
  const start = source.lastIndexOf("\n", offset - 1) + 1;
  if (start === 0) return [];
  const { tree } = parse(source);
  const nesting = nestingAt(tree, source, start);
  if (nesting.quotes !== "outside") return [];
  const blanks = /^[ \t]*/.exec(source.slice(start))?.[0] ?? "";
  const closes = /^(?:[}\]]|#\{?(?:end|else|elseif)\b)/.test(source.slice(start + blanks.length));
  const depth = Math.max(0, nesting.depth - (closes ? 1 : 0));
  const newText = (layout.keepsMargin ? marginOf(source) : "") + indentOf(layout).repeat(depth);
  if (newText === blanks) return [];
  const edit = { start, end: start + blanks.length, newText };
  return printsTheSame(source, tree, applyTextEdits(source, [edit])) ? [edit] : [];
}

function marginOf(source: string): string {
  return /^\s*\n([ \t]*)(?=\S)/.exec(source)?.[1] ?? "";
}

function printsTheSame(before: string, tree: Template, after: string): boolean {
  const [one, other] = [printedTokens(before, tree, "json"), printedTokens(after, parse(after).tree, "json")];
  return one.length === other.length && one.every((token, i) => token === other[i]);
}

interface Nesting {
  /** Brackets and directives that are open. */
  depth: number;
  quotes: QuoteState;
}

function nestingAt({ body }: Template, source: string, offset: number): Nesting {
  const nesting: Nesting = { depth: 0, quotes: "outside" };
  readBlock(body, source, offset, nesting);
  return nesting;
}

function readBlock({ statements }: Block, source: string, offset: number, nesting: Nesting): void {
  for (const statement of statements) {
    if (statement.range.start >= offset) return;
    readStatement(statement, source, offset, nesting);
  }
}

function readStatement(node: Statement, source: string, offset: number, nesting: Nesting): void {
  switch (node.type) {
    case "Text":
      for (const char of source.slice(node.range.start, Math.min(offset, node.range.end))) readCharacter(char, nesting);
      return;
    case "If": {
      const branches = [...node.branches, ...(node.otherwise ? [node.otherwise] : [])];
      for (const { body } of branches) readBlock(body, source, offset, nesting);
      if (isOpen(node.end, offset)) nesting.depth++;
      return;
    }
    case "Foreach":
    case "Define":
      readBlock(node.body, source, offset, nesting);
      if (isOpen(node.end, offset)) nesting.depth++;
  }
}

function isOpen(end: { readonly start: number } | undefined, offset: number): boolean {
  return end === undefined || end.start >= offset;
}

function readCharacter(char: string, nesting: Nesting): void {
  nesting.quotes = nextQuoteState(nesting.quotes, char);
  if (nesting.quotes !== "outside") return;
  if (char === "{" || char === "[") nesting.depth++;
  else if (char === "}" || char === "]") nesting.depth--;
}
