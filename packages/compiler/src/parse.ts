import type { Code } from "./diagnostics/codes.js";
import type { Diagnostic } from "./diagnostics/diagnostic.js";
import { type Dialect, type DialectName, dialectOf } from "./dialect/index.js";
import { exhaustedBy } from "./exhausted-template.js";
import { exhaustion } from "./runtime/operations/exhaustion.js";
import { type OffsetMap, type SyntaxToken, tokenize } from "./syntax/lexer.js";
import type { ParserOutput } from "./syntax/parser-input.js";
import type { Range } from "./syntax/range.js";
import { readString } from "./syntax/string-literal.js";
import { TemplateParser } from "./syntax/template-parser.js";
import type { Block, InterpolatedTemplate, StringLiteral, Template } from "./syntax/tree.js";

export interface ParseOptions {
  /** Default: `apigateway`. */
  readonly dialect?: DialectName;
}

export interface ParseResult {
  /** Always there, and covers the whole text; what could not be read is `Error` and `ErrorExpression` nodes. */
  readonly tree: Template;
  /** In order of their place. The template compiles if none has the severity `error`. */
  readonly diagnostics: readonly Diagnostic[];
}

let parser: TemplateParser | undefined;
const identity: OffsetMap = (offset) => offset;

/** Reads a template. Never throws, whatever the text. */
export function parse(source: string, options: ParseOptions = {}): ParseResult {
  const dialect = dialectOf(options.dialect);
  try {
    return new Parsing(source, dialect).run();
  } catch (error) {
    if (exhaustion(error) === undefined) throw error;
    // It stopped in the middle of a rule.
    parser = undefined;
    const diagnostic = exhaustedBy(source);
    const { range } = diagnostic;
    const body: Block = { type: "Block", range, statements: [{ type: "Error", range }] };
    return { tree: { type: "Template", range, body }, diagnostics: [diagnostic] };
  }
}

/** A string literal whose text is still to be parsed, with the way back to the template's offsets. */
interface PendingString {
  readonly node: StringLiteral;
  readonly token: SyntaxToken;
  readonly map: OffsetMap;
  readonly depth: number;
}

class Parsing {
  readonly #source: string;
  readonly #dialect: Dialect;
  readonly #macros = new Set<string>();
  readonly #pending: PendingString[] = [];
  #diagnostics: Diagnostic[] = [];

  constructor(source: string, dialect: Dialect) {
    this.#source = source;
    this.#dialect = dialect;
  }

  run(): ParseResult {
    const end = this.#source.length;
    let output = this.#parseText(this.#source, tokenize(this.#source, identity), end, 0);
    const breaks = lineEndsAfter(this.#source, output.unclosed);
    if (breaks.length > 0) {
      // Someone is typing: keep an unclosed parenthesis from swallowing the lines below it.
      this.#diagnostics = [];
      this.#macros.clear();
      output = this.#parseText(this.#source, tokenize(this.#source, identity, breaks), end, 0);
    }
    this.#queue(output, identity);
    for (let next = this.#pending.pop(); next; next = this.#pending.pop()) this.#parseString(next);
    const tree: Template = { type: "Template", range: { start: 0, end }, body: output.body };
    return { tree, diagnostics: this.#diagnostics.sort((a, b) => a.range.start - b.range.start) };
  }

  #parseText(text: string, tokens: readonly SyntaxToken[], end: number, depth: number): ParserOutput {
    parser ??= new TemplateParser();
    const { directives } = this.#dialect;
    return parser.parse({ text, tokens, end, depth, directives, macros: this.#macros, report: this.#report });
  }

  readonly #report = (
    code: Code,
    range: Range,
    message: string,
    hint?: string,
    severity: "error" | "warning" = "error",
  ): void => {
    this.#diagnostics.push({ code, severity, message, range, ...(hint === undefined ? {} : { hint }) });
  };

  #queue(output: ParserOutput, map: OffsetMap): void {
    for (const { node, token, depth } of output.strings) this.#pending.push({ node, token, depth, map });
  }

  #parseString({ node, token, map, depth }: PendingString): void {
    const { value, offsetInImage, badEscape } = readString(token.image);
    const filled = node as { value: string; template: InterpolatedTemplate | undefined };
    filled.value = value;
    if (badEscape !== undefined) {
      const start = map(token.startOffset + badEscape);
      const message = "\\u must be followed by four hexadecimal digits: the service refuses the whole template.";
      this.#report(
        "invalid-escape",
        { start, end: start + 2 },
        message,
        "Write the character itself, or use single quotes.",
      );
      return;
    }
    if (node.quote === "'" || !/[$#]/.test(token.image)) return;
    const toTemplate: OffsetMap = (offset) => map(token.startOffset + offsetInImage(offset));
    // Velocity adds a blank so that a `$` or `#` at the end is not the end of the text, except after a comment.
    const dropsLastCharacter = !value.includes("##");
    const text = dropsLastCharacter ? `${value} ` : value;
    const output = this.#parseText(text, tokenize(text, toTemplate), toTemplate(value.length), depth);
    filled.template = { body: output.body, dropsLastCharacter };
    this.#queue(output, toTemplate);
  }
}

/** The end of the line of each unclosed opener; `unclosed` may be as long as the text, so each line is searched once. */
function lineEndsAfter(source: string, unclosed: ReadonlySet<SyntaxToken>): number[] {
  const ends: number[] = [];
  for (const { end } of [...unclosed].sort((a, b) => a.end - b.end)) {
    if (end <= (ends.at(-1) ?? -1)) continue;
    const lineEnd = /[\r\n]/g;
    lineEnd.lastIndex = end;
    const found = lineEnd.exec(source);
    if (!found) break;
    ends.push(found.index);
  }
  return ends;
}
