import { EmbeddedActionsParser, type IOrAlt, type IToken, type ParserMethod, type TokenType } from "chevrotain";
import { isBeforeBlank, type SyntaxToken } from "./lexer.js";
import { foldOperators, type OperatorTerm } from "./operators.js";
import type { Range } from "./range.js";
import { readPrefix } from "./reference-prefix.js";
import { MAX_EXPRESSION_DEPTH, MAX_NESTING, MAX_NUMBER_LENGTH, MAX_STEPS, SyntaxFailure } from "./syntax-failure.js";
import * as T from "./tokens.js";
import type { Expression, MapEntry, Reference, ReferenceStep, StringLiteral } from "./tree.js";

const syntaxToken = (token: IToken) => token as SyntaxToken;
const spanning = (first: Range, last: Range): Range => ({ start: first.start, end: last.end });
const rangeOf = (token: IToken): Range => ({ start: syntaxToken(token).start, end: syntaxToken(token).end });

/** A string literal whose text is a template of its own, and how deep it stands. */
export interface FoundString {
  readonly node: StringLiteral;
  readonly token: SyntaxToken;
  readonly depth: number;
}

/** The grammar of references and expressions; productions and their order are those of Velocity's `Parser.jjt`. */
export abstract class ExpressionParser extends EmbeddedActionsParser {
  /** The text that the tokens' `startOffset` count in. */
  protected text = "";
  /** Interpolated strings found on the way; the caller parses them as templates of their own. */
  protected strings: FoundString[] = [];
  protected depth = 0;

  declare protected expression: ParserMethod<[], Expression>;
  declare protected reference: ParserMethod<[], Reference>;
  declare protected directiveArguments: ParserMethod<[], Expression[]>;
  declare protected setHeader: ParserMethod<[], { target: Reference; value: Expression }>;

  protected constructor(vocabulary: TokenType[]) {
    super(vocabulary, { recoveryEnabled: false, maxLookahead: 1, skipValidations: true, errorMessageProvider: silent });
    this.defineExpressions();
  }

  /** The token ahead, or undefined at the end. */
  protected ahead(): SyntaxToken | undefined {
    const token = this.LA(1);
    return token.tokenType.name === "EOF" ? undefined : syntaxToken(token);
  }

  /** How deep the token ahead stands in everything around it. */
  protected nesting(): number {
    return this.depth;
  }

  protected enter(): void {
    this.depth++;
    if (this.depth > MAX_EXPRESSION_DEPTH || this.nesting() > MAX_NESTING)
      throw new SyntaxFailure("nesting-too-deep", this.ahead());
  }

  private string(token: IToken): StringLiteral {
    const found = syntaxToken(token);
    const node: StringLiteral = {
      type: "StringLiteral",
      range: rangeOf(found),
      quote: found.image.startsWith('"') ? '"' : "'",
      value: found.image,
      template: undefined,
    };
    this.strings.push({ node, token: found, depth: this.nesting() });
    return node;
  }

  /** Velocity takes a blank after an opening bracket for the beginning of an operand. */
  private rejectBlank(open: IToken, close: TokenType): void {
    const next = this.ahead();
    if (next?.tokenType === close && isBeforeBlank(syntaxToken(open), this.text)) {
      throw new SyntaxFailure("unexpected-token", next);
    }
  }

  private defineExpressions(): void {
    const enter = () => this.enter();
    const leave = () => this.depth--;

    const operands: IOrAlt<Expression>[] = [
      { ALT: () => this.SUBRULE(this.reference) },
      { ALT: () => this.simpleString() },
      { ALT: () => this.integer() },
      { ALT: () => this.float() },
      { ALT: () => this.SUBRULE(list) },
      { ALT: () => this.SUBRULE(map) },
      { ALT: () => this.boolean(this.CONSUME(T.True), true) },
      { ALT: () => this.boolean(this.CONSUME(T.False), false) },
    ];
    const operand = this.RULE("operand", (): Expression => {
      this.ACTION(enter);
      const node = this.OR(operands);
      this.ACTION(leave);
      return node;
    });

    /** `[a, b]` or `[1..3]`. Velocity takes a blank for the beginning of an item, so `[ ]` is an error and `[]` is not. */
    const list = this.RULE("list", (): Expression => {
      const open = this.CONSUME(T.LeftBracket);
      const items: Expression[] = [];
      let to: Expression | undefined;
      this.ACTION(() => this.rejectBlank(open, T.RightBracket));
      this.OPTION(() => {
        items.push(this.SUBRULE(operand));
        this.OR([
          {
            ALT: () => {
              const dots = this.CONSUME(T.DoubleDot);
              to = this.SUBRULE2(operand);
              this.ACTION(() => this.checkRangeEnds(items[0], to, syntaxToken(dots)));
            },
          },
          {
            ALT: () => {
              this.MANY(() => {
                this.CONSUME(T.Comma);
                items.push(this.SUBRULE3(operand));
              });
            },
          },
        ]);
      });
      const range = this.span(open, this.CONSUME(T.RightBracket));
      if (to !== undefined) return { type: "RangeLiteral", range, from: items[0]!, to };
      return { type: "ListLiteral", range, items };
    });

    const entry = this.RULE("entry", (): MapEntry => {
      const key = this.SUBRULE(operand);
      this.CONSUME(T.Colon);
      const value = this.SUBRULE2(operand);
      return this.ACTION(() => ({ type: "MapEntry", range: spanning(key.range, value.range), key, value }));
    });

    const map = this.RULE("map", (): Expression => {
      const open = this.CONSUME(T.LeftCurly);
      const entries: MapEntry[] = [];
      this.OPTION(() => {
        entries.push(this.SUBRULE(entry));
        this.MANY(() => {
          this.CONSUME(T.Comma);
          entries.push(this.SUBRULE2(entry));
        });
      });
      return { type: "MapLiteral", range: this.span(open, this.CONSUME(T.RightCurly)), entries };
    });

    const indexOperands: IOrAlt<Expression>[] = [
      { ALT: () => this.simpleString() },
      { ALT: () => this.integer() },
      { ALT: () => this.boolean(this.CONSUME(T.True), true) },
      { ALT: () => this.boolean(this.CONSUME(T.False), false) },
      { ALT: () => this.SUBRULE(this.reference) },
    ];
    const indexOperand = this.RULE("indexOperand", (): Expression => this.OR(indexOperands));

    const index = this.RULE("index", (): ReferenceStep => {
      const open = this.CONSUME(T.IndexOpen);
      this.ACTION(enter);
      const node = this.SUBRULE(indexOperand);
      this.ACTION(leave);
      return { type: "IndexStep", range: this.span(open, this.CONSUME(T.IndexClose)), index: node };
    });

    /** As with lists, `f()` has no arguments and `f( )` is an error. */
    const methodArguments = this.RULE("methodArguments", (): { items: Expression[]; close: IToken } => {
      const open = this.CONSUME(T.MethodOpen);
      const items: Expression[] = [];
      this.ACTION(() => this.rejectBlank(open, T.MethodClose));
      // With the operand that is two levels a call: it takes twice the stack.
      this.ACTION(enter);
      this.OPTION(() => {
        items.push(this.SUBRULE(operand));
        this.MANY(() => {
          this.CONSUME(T.Comma);
          items.push(this.SUBRULE2(operand));
        });
      });
      this.ACTION(leave);
      return { items, close: this.CONSUME(T.MethodClose) };
    });

    const call = () => this.SUBRULE(methodArguments);
    const step = this.RULE("step", (): ReferenceStep => {
      const dot = this.CONSUME(T.Dot);
      const name = this.CONSUME(T.Identifier);
      const called = this.OPTION(call);
      const nameRange = rangeOf(name);
      if (called) {
        const range = this.span(dot, called.close);
        return { type: "MethodStep", range, name: name.image, nameRange, arguments: called.items };
      }
      return { type: "PropertyStep", range: this.span(dot, name), name: name.image, nameRange };
    });

    const oneStep: IOrAlt<ReferenceStep>[] = [{ ALT: () => this.SUBRULE(index) }, { ALT: () => this.SUBRULE(step) }];
    const steps = this.RULE("steps", (): ReferenceStep[] => {
      const found: ReferenceStep[] = [];
      this.MANY(() => {
        found.push(this.OR(oneStep));
      });
      return found;
    });

    const references: IOrAlt<Reference>[] = [
      {
        ALT: () => {
          const name = this.CONSUME(T.Identifier);
          const found = this.SUBRULE(steps);
          return this.ACTION(() => this.referenceNode(name, name, found, false));
        },
      },
      {
        ALT: () => {
          const open = this.CONSUME(T.ReferenceLeftCurly);
          const name = this.CONSUME2(T.Identifier);
          const found = this.SUBRULE2(steps);
          this.CONSUME(T.ReferenceRightCurly);
          return this.ACTION(() => this.referenceNode(open, name, found, true));
        },
      },
    ];
    this.reference = this.RULE("reference", (): Reference => this.OR(references));

    /** Precedence is resolved afterwards by `foldOperators`: one rule call an operand instead of six. */
    this.expression = this.RULE("expression", (): Expression => {
      const terms: OperatorTerm[] = [];
      const first = this.SUBRULE(unary);
      this.MANY(() => {
        const operator = this.CONSUME(T.BinaryOperator);
        const right = this.SUBRULE2(unary);
        terms.push({ operator: operator.image, range: rangeOf(operator), right });
      });
      return this.ACTION(() => foldOperators(first, terms));
    });

    const unaries: IOrAlt<Expression>[] = [
      {
        ALT: () => {
          const not = this.CONSUME(T.Not);
          this.ACTION(enter);
          const inner = this.SUBRULE(unary);
          this.ACTION(leave);
          return this.ACTION(() => ({
            type: "NotExpression",
            range: spanning(rangeOf(not), inner.range),
            operand: inner,
          }));
        },
      },
      {
        ALT: () => {
          const open = this.CONSUME(T.LeftParen);
          this.ACTION(enter);
          const inner = this.SUBRULE(this.expression);
          this.ACTION(leave);
          const range = this.span(open, this.CONSUME(T.RightParen));
          return { type: "ParenthesizedExpression", range, expression: inner };
        },
      },
      { ALT: () => this.SUBRULE(operand) },
    ];
    const unary = this.RULE("unary", (): Expression => this.OR(unaries));

    this.setHeader = this.RULE("setHeader", () => {
      const target = this.SUBRULE(this.reference);
      this.CONSUME(T.Assign);
      const value = this.SUBRULE(this.expression);
      return { target, value };
    });

    const argument: IOrAlt<Expression>[] = [
      { ALT: () => this.SUBRULE(operand) },
      {
        ALT: () => {
          const word = this.CONSUME(T.Word);
          return { type: "WordArgument", range: rangeOf(word), name: word.image };
        },
      },
    ];
    const comma = () => this.CONSUME(T.Comma);
    /** Blanks or commas between arguments; a comma may also come first. */
    this.directiveArguments = this.RULE("directiveArguments", (): Expression[] => {
      const found: Expression[] = [];
      this.MANY(() => {
        this.OPTION(comma);
        found.push(this.OR(argument));
      });
      return found;
    });
  }

  private simpleString(): Expression {
    const token = this.CONSUME(T.StringLiteral);
    return this.ACTION(() => this.string(token));
  }

  private integer(): Expression {
    const token = this.CONSUME(T.IntegerLiteral);
    return { type: "IntegerLiteral", range: rangeOf(token), text: numberText(token) };
  }

  private float(): Expression {
    const token = this.CONSUME(T.FloatLiteral);
    return { type: "FloatLiteral", range: rangeOf(token), text: numberText(token) };
  }

  private boolean(token: IToken, value: boolean): Expression {
    return { type: "BooleanLiteral", range: rangeOf(token), value };
  }

  /** From one token to another, without the line end that a closing `)` may carry. */
  protected span(first: IToken, last: IToken): Range {
    if (this.RECORDING_PHASE) return { start: 0, end: 0 };
    const { start } = syntaxToken(first);
    const close = syntaxToken(last);
    return { start, end: close.tokenType === T.RightParen ? close.start + 1 : close.end };
  }

  private checkRangeEnds(from: Expression | undefined, to: Expression | undefined, dots: SyntaxToken): void {
    const fits = (end: Expression | undefined) => end?.type === "Reference" || end?.type === "IntegerLiteral";
    if (!fits(from) || !fits(to)) throw new SyntaxFailure("unexpected-token", dots);
  }

  private referenceNode(first: IToken, name: IToken, found: ReferenceStep[], formal: boolean): Reference {
    const opening = syntaxToken(first);
    const last = syntaxToken(this.LA(0));
    const afterFirst = opening.startOffset + opening.image.length;
    const { quiet, prefix } = readPrefix(
      opening.image,
      this.text.slice(afterFirst, last.startOffset + last.image.length),
    );
    const bare = formal ? name.image : name.image.slice(name.image.lastIndexOf("$") + 1).replace(/^!/, "");
    const nameToken = syntaxToken(name);
    if (found.length > MAX_STEPS) throw new SyntaxFailure("too-long", nameToken);
    return {
      type: "Reference",
      range: { start: opening.start, end: last.end },
      name: prefix.notComputable ? prefix.literal : bare,
      nameRange: { start: nameToken.end - bare.length, end: nameToken.end },
      steps: found,
      formal,
      quiet,
      prefix,
    };
  }
}

function numberText(token: IToken): string {
  if (token.image.length > MAX_NUMBER_LENGTH) throw new SyntaxFailure("too-long", syntaxToken(token));
  return token.image;
}

/** Messages are made from the failing token by `failure-message.ts`; Chevrotain's own cost time and are not shown. */
const silent = {
  buildMismatchTokenMessage: () => "",
  buildNotAllInputParsedMessage: () => "",
  buildNoViableAltMessage: () => "",
  buildEarlyExitMessage: () => "",
};
