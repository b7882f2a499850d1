import type { SyntaxToken } from "./lexer.js";

/** Nesting of parentheses, arguments, lists, maps and operators beyond this is refused, so that no pass overflows. */
export const MAX_EXPRESSION_DEPTH = 200;
/** The same of everything that is nested in one another, through strings too. */
export const MAX_NESTING = 400;

/** Thrown inside a directive or reference that cannot be read; caught where that begins. */
export class SyntaxFailure extends Error {
  readonly code: "unexpected-token" | "nesting-too-deep";
  /** Where it stopped; undefined at the end of the template. */
  readonly token: SyntaxToken | undefined;
  constructor(code: "unexpected-token" | "nesting-too-deep", token: SyntaxToken | undefined) {
    super(code);
    this.code = code;
    this.token = token;
  }
}
