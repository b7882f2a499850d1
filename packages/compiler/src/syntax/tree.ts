import type { Range } from "./range.js";

/**
 * The syntax tree of a template. Every node has its exact range; statements of a block lie side by side and cover
 * its text without gaps, so that linter, formatter and language server can work on the tree alone.
 */
export interface Template {
  readonly type: "Template";
  readonly range: Range;
  readonly body: Block;
}

/** A sequence of statements. Children cover `range` completely. */
export interface Block {
  readonly type: "Block";
  readonly range: Range;
  readonly statements: readonly Statement[];
}

export type Statement =
  | Text
  | Reference
  | SetDirective
  | IfDirective
  | ForeachDirective
  | DefineDirective
  | MacroDirective
  | LiteralDirective
  | BreakDirective
  | StopDirective
  | EvaluateDirective
  | IncludeDirective
  | MacroCall
  | Comment
  | ErrorStatement;

export type Expression =
  | Reference
  | StringLiteral
  | IntegerLiteral
  | FloatLiteral
  | BooleanLiteral
  | ListLiteral
  | RangeLiteral
  | MapLiteral
  | BinaryExpression
  | NotExpression
  | ParenthesizedExpression
  | WordArgument
  | ErrorExpression;

export type Node =
  | Template
  | Block
  | Statement
  | Expression
  | IfBranch
  | ElseBranch
  | PropertyStep
  | MethodStep
  | IndexStep
  | MapEntry;

/** Characters that are printed as they stand, or, after escapes, as `printed` has them. */
export interface Text {
  readonly type: "Text";
  readonly range: Range;
  readonly printed: string;
  /** What kind of source it is; only `plain` and `textblock` are free text, the rest are escapes and lexer leftovers. */
  readonly kind: "plain" | "textblock" | "escape" | "escaped-directive";
}

/** `##` to the end of the line with its newline, or `#* … *#`. Prints nothing but `printed` (see `commentText`). */
export interface Comment {
  readonly type: "Comment";
  readonly range: Range;
  readonly kind: "line" | "block";
  readonly printed: string;
}

export type ReferenceStep = PropertyStep | MethodStep | IndexStep;

/** `$x`, `$!x`, `${x}`, `$!{x}` with its steps; in an expression or printed. */
export interface Reference {
  readonly type: "Reference";
  readonly range: Range;
  /** The variable's name as Velocity looks it up. */
  readonly name: string;
  readonly nameRange: Range;
  readonly steps: readonly ReferenceStep[];
  readonly formal: boolean;
  readonly quiet: boolean;
  /** Backslashes and sigils before the reference; see `ReferencePrefix`. */
  readonly prefix: ReferencePrefix;
}

/** What stands before the `$` that counts, and what becomes of it when the reference is printed. */
export interface ReferencePrefix {
  /** An odd number of backslashes: `\$x` prints its own text when x has a value. */
  readonly escaped: boolean;
  /** Half of the backslashes, printed before the value. */
  readonly escapes: string;
  /** Sigils swallowed from before, for example the first `$` of `$$x`; printed before the value. */
  readonly more: string;
  /** The source text that plain Velocity prints when there is no value. */
  readonly literal: string;
  /**
   * Velocity's RUNT: an identifier that its lexer still took for part of the reference before, such as the `b`
   * of `$a#*c*#b`. Prints `literal` and nothing else.
   */
  readonly runt: boolean;
  /** `$\!x`: never has a value in an expression. */
  readonly notComputable: boolean;
  /** The name that `#set` assigns to: Velocity cuts one character off the first token, so `${x}` sets `{`. */
  readonly assigned: string;
}

export interface PropertyStep {
  readonly type: "PropertyStep";
  readonly range: Range;
  readonly name: string;
  readonly nameRange: Range;
}

export interface MethodStep {
  readonly type: "MethodStep";
  readonly range: Range;
  readonly name: string;
  readonly nameRange: Range;
  readonly arguments: readonly Expression[];
}

export interface IndexStep {
  readonly type: "IndexStep";
  readonly range: Range;
  readonly index: Expression;
}

/** `'…'` (raw) or `"…"`; a double-quoted string with `$` or `#` in it is a template of its own. */
export interface StringLiteral {
  readonly type: "StringLiteral";
  readonly range: Range;
  readonly quote: "'" | '"';
  /** The text with doubled quotes and \uXXXX undone. */
  readonly value: string;
  /** Present when the string is interpolated. Its ranges are those of the whole template. */
  readonly template: InterpolatedTemplate | undefined;
}

/** Velocity parses the text with a blank after it and cuts off the last character that is printed. */
export interface InterpolatedTemplate {
  readonly body: Block;
  readonly dropsLastCharacter: boolean;
}

export interface IntegerLiteral {
  readonly type: "IntegerLiteral";
  readonly range: Range;
  readonly text: string;
}

export interface FloatLiteral {
  readonly type: "FloatLiteral";
  readonly range: Range;
  readonly text: string;
}

export interface BooleanLiteral {
  readonly type: "BooleanLiteral";
  readonly range: Range;
  readonly value: boolean;
}

export interface ListLiteral {
  readonly type: "ListLiteral";
  readonly range: Range;
  readonly items: readonly Expression[];
}

/** `[from..to]`; both ends are integers or references. */
export interface RangeLiteral {
  readonly type: "RangeLiteral";
  readonly range: Range;
  readonly from: Expression;
  readonly to: Expression;
}

export interface MapEntry {
  readonly type: "MapEntry";
  readonly range: Range;
  readonly key: Expression;
  readonly value: Expression;
}

export interface MapLiteral {
  readonly type: "MapLiteral";
  readonly range: Range;
  readonly entries: readonly MapEntry[];
}

export type BinaryOperator = "||" | "&&" | "==" | "!=" | "<" | "<=" | ">" | ">=" | "+" | "-" | "*" | "/" | "%";

export interface BinaryExpression {
  readonly type: "BinaryExpression";
  readonly range: Range;
  readonly operator: BinaryOperator;
  readonly operatorRange: Range;
  readonly left: Expression;
  readonly right: Expression;
}

export interface NotExpression {
  readonly type: "NotExpression";
  readonly range: Range;
  readonly operand: Expression;
}

export interface ParenthesizedExpression {
  readonly type: "ParenthesizedExpression";
  readonly range: Range;
  readonly expression: Expression;
}

/** A bare word: the `in` of `#foreach`, a macro's name, or an argument such as `null`, which is Java's null. */
export interface WordArgument {
  readonly type: "WordArgument";
  readonly range: Range;
  readonly name: string;
}

/** Text that could not be read as an expression. */
export interface ErrorExpression {
  readonly type: "ErrorExpression";
  readonly range: Range;
}

/** What all directives share. `header` is the range of `#name(…)` or `#name`, without the line end it swallows. */
interface DirectiveBase {
  readonly range: Range;
  readonly name: string;
  readonly header: Range;
  /** Between the parentheses; undefined when there are none. */
  readonly parentheses: Range | undefined;
}

/** A directive with a block and an `#end`. */
interface BlockDirectiveBase extends DirectiveBase {
  readonly body: Block;
  /** Undefined when `#end` is missing (a diagnostic says so). */
  readonly end: Range | undefined;
}

export interface SetDirective extends DirectiveBase {
  readonly type: "Set";
  readonly target: Reference | ErrorExpression;
  readonly value: Expression;
}

export interface IfBranch extends DirectiveBase {
  readonly type: "IfBranch";
  readonly condition: Expression;
  readonly body: Block;
}

export interface ElseBranch {
  readonly type: "ElseBranch";
  readonly range: Range;
  readonly header: Range;
  readonly body: Block;
}

export interface IfDirective {
  readonly type: "If";
  readonly range: Range;
  /** `#if` first, then every `#elseif`. */
  readonly branches: readonly IfBranch[];
  readonly otherwise: ElseBranch | undefined;
  readonly end: Range | undefined;
}

export interface ForeachDirective extends BlockDirectiveBase {
  readonly type: "Foreach";
  /** `$item`; undefined in a broken header. */
  readonly variable: Reference | undefined;
  readonly iterable: Expression;
  /** Everything in the header; Velocity renders the fourth argument in place of the block if there is one. */
  readonly arguments: readonly Expression[];
}

export interface DefineDirective extends BlockDirectiveBase {
  readonly type: "Define";
  readonly variable: Reference | undefined;
}

export interface MacroDirective extends BlockDirectiveBase {
  readonly type: "Macro";
  readonly macroName: string;
  readonly macroNameRange: Range;
  readonly parameters: readonly Reference[];
}

export interface LiteralDirective extends BlockDirectiveBase {
  readonly type: "Literal";
  readonly printed: string;
}

export interface BreakDirective extends DirectiveBase {
  readonly type: "Break";
  readonly arguments: readonly Expression[];
}

export interface StopDirective extends DirectiveBase {
  readonly type: "Stop";
  readonly arguments: readonly Expression[];
}

export interface EvaluateDirective extends DirectiveBase {
  readonly type: "Evaluate";
  readonly arguments: readonly Expression[];
}

/** `#include` or `#parse`. */
export interface IncludeDirective extends DirectiveBase {
  readonly type: "Include";
  readonly arguments: readonly Expression[];
}

/** `#name(…)`, `#name` or `#@name(…) … #end`: a macro call, or plain text when no such macro exists. */
export interface MacroCall extends DirectiveBase {
  readonly type: "MacroCall";
  readonly arguments: readonly Expression[];
  /** The block of `#@name(…)`. */
  readonly body: Block | undefined;
  readonly end: Range | undefined;
  /** The source text, printed when there is no such macro. */
  readonly printed: string;
}

/** Source that Velocity refuses; diagnostics say why. */
export interface ErrorStatement {
  readonly type: "Error";
  readonly range: Range;
}
