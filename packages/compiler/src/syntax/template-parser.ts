import { isRecognitionException, type ParserMethod } from "chevrotain";
import { BlockBuilder, type BlockHeader, type Header } from "./block-builder.js";
import { type Brackets, matchBrackets, unclosedBrackets } from "./brackets.js";
import type { DirectiveParts } from "./directives/definition.js";
import { macroCall } from "./directives/index.js";
import { ExpressionParser } from "./expression-parser.js";
import type { SyntaxToken } from "./lexer.js";
import { allTokens } from "./lexer-modes.js";
import { literalText } from "./literal-text.js";
import { nothing, type ParserInput, type ParserOutput } from "./parser-input.js";
import { failedPart, type Problem, strayToken } from "./problem.js";
import type { Range } from "./range.js";
import { Recover } from "./recovery-tokens.js";
import { SyntaxFailure } from "./syntax-failure.js";
import { commentText, directiveName, escapedDirectiveText, printedSigils } from "./token-text.js";
import * as T from "./tokens.js";
import type { Block, ErrorExpression, Expression, MacroDirective, Statement, Text } from "./tree.js";

const emptyBuilder = new BlockBuilder(0, 0, nothing.report, () => ({ type: "Error", range: { start: 0, end: 0 } }));

/**
 * The grammar of templates: a flat sequence of statements and block markers, see `BlockBuilder`. Alternatives and
 * actions that know nothing of their rule's call are made once: a large template has tens of thousands of calls.
 */
export class TemplateParser extends ExpressionParser {
  declare private template: ParserMethod<[], void>;
  private current = nothing;
  private builder = emptyBuilder;
  private brackets: Brackets | undefined;

  constructor() {
    super(allTokens);
    this.defineStatements();
    this.performSelfAnalysis();
  }

  parse(input: ParserInput): ParserOutput {
    this.current = input;
    this.text = input.text;
    this.strings = [];
    this.brackets = undefined;
    const start = input.tokens[0]?.start ?? input.end;
    this.builder = new BlockBuilder(start, input.depth, input.report, (header, body, closing) => {
      const first = header.firstToken;
      const range = { start: header.range.start, end: closing.range.end };
      const bodyFirst = this.firstTokenAt(header.range.end, first);
      return this.directiveNode(header, range, body, closing.end, {
        printed: () => this.printed(first, closing.token, true),
        bodyText: () => this.printed(bodyFirst, closing.token - 1, false),
        isBodyEmpty: () =>
          input.tokens.slice(bodyFirst, closing.token).every(({ tokenType }) => tokenType === T.LoneSigil),
      });
    });
    this.input = input.tokens as SyntaxToken[];
    this.template();
    const body = this.builder.finish(input.end, input.tokens.length - 1);
    const output = { body, strings: this.strings, unclosed: unclosedBrackets(input.tokens) };
    this.forget();
    return output;
  }

  /** The parser is used again for the next template, and is not to hold this one until then. */
  private forget(): void {
    this.current = nothing;
    this.text = "";
    this.strings = [];
    this.brackets = undefined;
    this.builder = emptyBuilder;
    this.input = [];
  }

  protected override nesting(): number {
    return this.builder.depth + this.depth;
  }

  private firstTokenAt(offset: number, from: number): number {
    const { tokens } = this.current;
    let position = from;
    while (position < tokens.length && tokens[position]!.start < offset) position++;
    return position;
  }

  private printed(from: number, to: number, multiLineComments: boolean): string {
    return literalText(this.text, this.current.tokens, from, to, multiLineComments, (name) => this.isKnownName(name));
  }

  private defineStatements(): void {
    const printedText = this.RULE("printedText", () => {
      const token = this.CONSUME(T.TextLike) as SyntaxToken;
      this.ACTION(() =>
        this.builder.add(textNode(token, token.tokenType === T.LoneSigil ? printedSigils(token.image) : token.image)),
      );
    });

    const silent = this.RULE("silent", () => {
      const token = this.CONSUME(T.PrintsOtherwise) as SyntaxToken;
      this.ACTION(() => this.addSilent(token));
    });

    const escapes = this.RULE("escapes", () => {
      const tokens: SyntaxToken[] = [];
      this.AT_LEAST_ONE(() => {
        tokens.push(this.CONSUME(T.DoubleEscape) as SyntaxToken);
      });
      this.ACTION(() => {
        const printed = (this.escapesDirective(this.ahead()) ? "\\" : "\\\\").repeat(tokens.length);
        const range = { start: tokens[0]!.start, end: tokens.at(-1)!.end };
        this.builder.add({ type: "Text", range, printed, kind: "escape" });
      });
    });

    const reference = () => this.SUBRULE(this.reference);
    const printedReference = this.RULE("printedReference", () => {
      const first = this.ACTION(() => this.ahead());
      const node = this.guard(first, "a reference", reference);
      this.ACTION(() => {
        if (node.value) this.builder.add(node.value);
        else this.builder.add({ type: "Error", range: node.range });
      });
    });

    const assignment = () => {
      const header = this.SUBRULE(this.setHeader);
      this.CONSUME(T.RightParen);
      return header;
    };
    const set = this.RULE("set", () => {
      const open = this.CONSUME(T.SetOpen) as SyntaxToken;
      const guarded = this.guard(open, "#set", assignment);
      this.ACTION(() => {
        const header = this.header("set", open, open.image.search(/#/), guarded.range);
        const broken: ErrorExpression = { type: "ErrorExpression", range: guarded.range };
        this.builder.add({
          type: "Set",
          name: "set",
          range: header.range,
          header: header.header,
          parentheses: header.parentheses,
          target: guarded.value?.target ?? broken,
          value: guarded.value?.value ?? broken,
        });
      });
    });

    const conditions = [{ ALT: () => this.CONSUME(T.IfOpen) }, { ALT: () => this.CONSUME(T.ElseIfOpen) }];
    const tested = () => {
      const node = this.SUBRULE(this.expression);
      this.CONSUME(T.RightParen);
      return node;
    };
    const condition = this.RULE("condition", () => {
      const open = this.OR(conditions) as SyntaxToken;
      const name = open.tokenType === T.ElseIfOpen ? "elseif" : "if";
      const guarded = this.guard(open, `the condition of #${name}`, tested);
      this.ACTION(() => {
        const header = this.header(name, open, 0, guarded.range);
        const node = guarded.value ?? { type: "ErrorExpression", range: guarded.range };
        if (name === "if") this.builder.openIf(header, node);
        else if (!this.builder.branch(header, node)) this.surplus(header);
      });
    });

    const otherwise = this.RULE("otherwise", () => {
      const token = this.CONSUME(T.Else) as SyntaxToken;
      this.ACTION(() => {
        const header = this.bareHeader("else", token);
        if (!this.builder.branch(header, undefined)) this.surplus(header);
      });
    });

    const end = this.RULE("end", () => {
      const token = this.CONSUME(T.End) as SyntaxToken;
      this.ACTION(() => {
        const range = { start: token.start, end: token.end };
        const closed = this.builder.end({ range, end: range, token: token.position });
        if (!closed) this.surplus(this.bareHeader("end", token));
      });
    });

    const directiveArguments = () => {
      const found = this.SUBRULE(this.directiveArguments);
      this.CONSUME(T.RightParen);
      return found;
    };
    const directive = this.RULE("directive", () => {
      const open = this.CONSUME(T.DirectiveOpen) as SyntaxToken;
      const name = directiveName(open.image.slice(0, -1).trimEnd());
      const guarded = this.guard(open, `the arguments of #${name}`, directiveArguments);
      this.ACTION(() => {
        const header = this.header(name, open, 0, guarded.range);
        this.addDirective(header, guarded.value, guarded.last.position);
      });
    });

    const bareDirective = this.RULE("bareDirective", () => {
      const token = this.CONSUME(T.BareDirective) as SyntaxToken;
      this.ACTION(() => this.addBareDirective(token));
    });

    const stray = this.RULE("stray", () => {
      const token = this.CONSUME(T.Stray) as SyntaxToken;
      this.ACTION(() => this.addStray(token));
    });

    const statements = [
      { ALT: () => this.SUBRULE(printedText) },
      { ALT: () => this.SUBRULE(printedReference) },
      { ALT: () => this.SUBRULE(set) },
      { ALT: () => this.SUBRULE(condition) },
      { ALT: () => this.SUBRULE(otherwise) },
      { ALT: () => this.SUBRULE(end) },
      { ALT: () => this.SUBRULE(directive) },
      { ALT: () => this.SUBRULE(bareDirective) },
      { ALT: () => this.SUBRULE(silent) },
      { ALT: () => this.SUBRULE(escapes) },
      { ALT: () => this.SUBRULE(stray) },
    ];
    const statement = () => this.OR(statements);
    this.template = this.RULE("template", () => this.MANY(statement));
  }

  /**
   * Runs a part of the grammar that can fail. On failure one diagnostic is reported, and reading goes on after the
   * parenthesis, bracket or line in which it happened. `range` ends where reading goes on.
   */
  private guard<Result>(
    first: SyntaxToken | undefined,
    where: string,
    parse: () => Result,
  ): { value: Result | undefined; range: Range; last: SyntaxToken } {
    this.depth = 0;
    try {
      const value = parse();
      const last = this.LA(0) as SyntaxToken;
      return { value, range: { start: first?.start ?? 0, end: last.end }, last };
    } catch (error) {
      if (!(error instanceof SyntaxFailure) && !isRecognitionException(error as Error)) throw error;
      return this.recover(first!, where, error instanceof SyntaxFailure ? error : undefined);
    }
  }

  private recover(first: SyntaxToken, where: string, failure: SyntaxFailure | undefined) {
    const found = this.ahead();
    const close = this.closingAfterFailure(first, found);
    while (close !== undefined && this.ahead() !== undefined && this.LA(0) !== close) this.SKIP_TOKEN();
    if (close === undefined && this.isOpener(first)) while (this.ahead() !== undefined) this.SKIP_TOKEN();
    const last = this.LA(0) as SyntaxToken;
    const at = failure?.token ?? found;
    const previous = at && this.current.tokens[at.position - 1];
    this.report(failedPart({ first, found: at, previous, close, where, failure, end: this.current.end }));
    return { value: undefined, range: { start: first.start, end: last.end }, last };
  }

  /** Only asked for after a failure. */
  private matchedBrackets(): Brackets {
    this.brackets ??= matchBrackets(this.current.tokens);
    return this.brackets;
  }

  private isOpener(token: SyntaxToken): boolean {
    const { closing, unclosed } = this.matchedBrackets();
    return closing.has(token) || unclosed.has(token);
  }

  /** The token that closes the outermost bracket which is open at the failure; none when nothing is open. */
  private closingAfterFailure(first: SyntaxToken, found: SyntaxToken | undefined): SyntaxToken | undefined {
    const { closing, unclosed } = this.matchedBrackets();
    const stop = found ? found.position : this.current.tokens.length;
    for (let position = first.position; position < stop; position++) {
      const token = this.current.tokens[position]!;
      const close = closing.get(token);
      if (close && close.position >= stop) return close;
      if (!close && unclosed.has(token)) return this.current.tokens.at(-1);
    }
    return undefined;
  }

  private report({ code, range, message, hint }: Problem): void {
    this.current.report(code, range, message, hint);
  }

  private header(name: string, open: SyntaxToken, blanks: number, guarded: Range): Header {
    const start = open.start;
    const lineEnd = this.LA(0).tokenType === T.RightParen ? this.LA(0).image.length - 1 : 0;
    const end = guarded.end;
    return {
      name,
      range: { start, end },
      header: { start: start + Math.max(0, blanks), end: end - lineEnd },
      parentheses: { start: open.end, end: Math.max(open.end, end - lineEnd - 1) },
      firstToken: open.position,
    };
  }

  private bareHeader(name: string, token: SyntaxToken): Header {
    const range = { start: token.start, end: token.end };
    const header = { start: token.start, end: token.start + token.image.trimEnd().length };
    return { name, range, header, parentheses: undefined, firstToken: token.position };
  }

  private addDirective(header: Header, found: readonly Expression[] | undefined, lastToken: number): void {
    const definition = this.current.directives.get(header.name);
    const blockHeader = { ...header, arguments: found ?? [], broken: found === undefined, definition };
    const isBlock = definition ? definition.kind === "block" : header.name.startsWith("@");
    if (isBlock) this.builder.openDirective(blockHeader);
    else {
      const printed = () => this.printed(header.firstToken, lastToken, true);
      this.builder.add(
        this.directiveNode(blockHeader, header.range, undefined, undefined, {
          printed,
          bodyText: () => "",
          isBodyEmpty: () => false,
        }),
      );
    }
  }

  private addBareDirective(token: SyntaxToken): void {
    const header = { ...this.bareHeader(directiveName(token.image), token), arguments: [], broken: false };
    const definition = this.current.directives.get(header.name);
    const texts = { printed: () => token.image, bodyText: () => "", isBodyEmpty: () => false };
    this.builder.add(this.directiveNode({ ...header, definition }, header.range, undefined, undefined, texts));
  }

  private directiveNode(
    header: BlockHeader,
    range: Range,
    body: Block | undefined,
    end: Range | undefined,
    texts: Pick<DirectiveParts, "printed" | "bodyText" | "isBodyEmpty">,
  ): Statement {
    const { name, parentheses } = header;
    const parts = { name, range, header: header.header, parentheses, arguments: header.arguments, body, end, ...texts };
    const node =
      header.definition?.build(parts, header.broken ? nothing.report : this.current.report) ?? macroCall(parts);
    if (node.type === "Macro") this.current.macros.add((node satisfies MacroDirective).macroName);
    return node;
  }

  private addSilent(token: SyntaxToken): void {
    const range = { start: token.start, end: token.end };
    switch (token.tokenType) {
      case T.LostSigil:
        return this.builder.add({ type: "Text", range, printed: "", kind: "escape" });
      case T.Textblock:
        return this.builder.add({ type: "Text", range, printed: token.image.slice(3, -3), kind: "textblock" });
      case T.EscapedDirective: {
        const printed = escapedDirectiveText(token.image, (name) => this.isKnownName(name));
        return this.builder.add({ type: "Text", range, printed, kind: "escaped-directive" });
      }
      default:
        return this.builder.add({ type: "Comment", range, ...commentText(token) });
    }
  }

  private isKnownName(name: string): boolean {
    return this.current.directives.has(name) || this.current.macros.has(name);
  }

  private escapesDirective(next: SyntaxToken | undefined): boolean {
    switch (next?.tokenType) {
      case T.IfOpen:
      case T.BareCondition:
      case T.ElseIfOpen:
      case T.Else:
      case T.End:
        return true;
      case T.DirectiveOpen:
        return this.isKnownName(next.image.slice(1, -1).trimEnd());
      case T.BareDirective:
        return this.isKnownName(next.image.slice(1));
      default:
        return false;
    }
  }

  private surplus(header: Header): void {
    const message = `There is no open block that this #${header.name} belongs to: the service refuses the whole template.`;
    this.current.report(
      "unexpected-end",
      header.header,
      message,
      "Remove it, or add the #if or #foreach it should close.",
    );
    this.builder.add({ type: "Error", range: header.range });
  }

  private addStray(token: SyntaxToken): void {
    if (token.tokenType !== Recover) {
      this.builder.add({ type: "Error", range: { start: token.start, end: token.end } });
    }
    this.report(strayToken(token));
  }
}

function textNode(token: SyntaxToken, printed: string): Text {
  return { type: "Text", range: { start: token.start, end: token.end }, printed, kind: "plain" };
}
