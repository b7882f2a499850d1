import type { Code } from "../../diagnostics/codes.js";
import type { Range } from "../range.js";
import type { Block, Expression, Statement } from "../tree.js";

/** A directive as the grammar has read it, before its own rules are applied. */
export interface DirectiveParts {
  readonly name: string;
  readonly range: Range;
  readonly header: Range;
  readonly parentheses: Range | undefined;
  readonly arguments: readonly Expression[];
  readonly body: Block | undefined;
  readonly end: Range | undefined;
  /** The source text of the whole directive, as Velocity would print it when it is not one. As long as its block. */
  printed(): string;
  /** The source text of the body, as `#literal` prints it. */
  bodyText(): string;
  /** Whether there is no token between the header and `#end`, whose token begins with the sigils right before it. */
  isBodyEmpty(): boolean;
}

export type Report = (code: Code, range: Range, message: string, hint?: string, severity?: "error" | "warning") => void;

/** What the language says of one directive. */
export interface DirectiveDefinition {
  readonly name: string;
  /** A block directive runs to its `#end`. */
  readonly kind: "block" | "line";
  /** Builds the node and reports what Velocity would refuse. */
  build(parts: DirectiveParts, report: Report): Statement;
}

/** The fields that every directive node has. */
export function commonOf({ name, range, header, parentheses }: DirectiveParts) {
  return { name, range, header, parentheses };
}

/** The block of a block directive; an empty one when the header was not followed by anything. */
export function bodyOf(parts: DirectiveParts): Block {
  const at = { start: parts.range.end, end: parts.range.end };
  return parts.body ?? { type: "Block", range: at, statements: [] };
}

/** Velocity refuses bare words in the arguments of its own directives, but for the `in` of `#foreach`. */
export function refuseWords(parts: DirectiveParts, report: Report, allowedAt = -1): void {
  parts.arguments.forEach((argument, position) => {
    if (argument.type !== "WordArgument" || position === allowedAt) return;
    report(
      "invalid-arguments",
      argument.range,
      `\`${argument.name}\` is a bare word, which #${parts.name} does not take: the service refuses the whole template.`,
      "Write a reference (`$x`), a string in quotes, a number, a list or a map.",
    );
  });
}
