import type { DirectiveDefinition, Report } from "./directives/index.js";
import type { FoundString } from "./expression-parser.js";
import type { SyntaxToken } from "./lexer.js";
import type { Block } from "./tree.js";

/** One text to parse: a template, or the inside of a string literal. */
export interface ParserInput {
  readonly text: string;
  readonly tokens: readonly SyntaxToken[];
  readonly end: number;
  /** Levels of nesting around the text. */
  readonly depth: number;
  readonly directives: ReadonlyMap<string, DirectiveDefinition>;
  /** Names of macros seen so far; they decide how escapes print. */
  readonly macros: Set<string>;
  readonly report: Report;
}

export interface ParserOutput {
  readonly body: Block;
  readonly strings: readonly FoundString[];
  /** Offsets of directives and references whose parenthesis is never closed, in `text`. */
  readonly unclosed: ReadonlySet<SyntaxToken>;
}

/** Before and after a text is parsed. */
export const nothing: ParserInput = {
  text: "",
  tokens: [],
  end: 0,
  depth: 0,
  directives: new Map(),
  macros: new Set(),
  report: () => {},
};
