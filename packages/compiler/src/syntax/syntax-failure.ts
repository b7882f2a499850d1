import type { SyntaxToken } from "./lexer.js";

/** Nesting of parentheses, arguments, lists, maps and operators beyond this is refused, so that no pass overflows. */
export const MAX_EXPRESSION_DEPTH = 200;
/** The same of everything that is nested in one another, through strings too. */
export const MAX_NESTING = 400;
/** Steps of one reference, as in `$a.b[0].c()`. Engines and rules go through them by one call each. */
export const MAX_STEPS = 1000;
/** Characters of a number. Engines take time in proportion to the square of its digits to read it. */
export const MAX_NUMBER_LENGTH = 400;

type FailureCode = "unexpected-token" | "nesting-too-deep" | "too-long";

/** Thrown inside a directive or reference that cannot be read; caught where that begins. */
export class SyntaxFailure extends Error {
  readonly code: FailureCode;
  /** Where it stopped; undefined at the end of the template. */
  readonly token: SyntaxToken | undefined;
  constructor(code: FailureCode, token: SyntaxToken | undefined) {
    super(code);
    this.code = code;
    this.token = token;
  }
}
