import type { Expression } from "../syntax/tree.js";

/**
 * The text that `+` concatenates in place of an operand that is null: Velocity's `literal()` of the node, which is
 * the source of its tokens. The tree of JavaCC gives an operation only the tokens of its right side, blanks included,
 * and parentheses none of their own.
 */
export function operandLiteral(node: Expression, source: string): string {
  switch (node.type) {
    case "BinaryExpression":
      return source.slice(node.operatorRange.end, endOfBlanks(source, node.right.range.end));
    case "ParenthesizedExpression":
      return source.slice(node.range.start + 1, node.range.end - 1);
    case "Reference":
      return node.prefix.literal;
    default:
      return source.slice(node.range.start, node.range.end);
  }
}

function endOfBlanks(source: string, from: number): number {
  let at = from;
  while (/[ \t\r\n]/.test(source[at] ?? "")) at++;
  return at;
}
