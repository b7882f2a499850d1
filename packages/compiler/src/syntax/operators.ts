import type { Range } from "./range.js";
import { MAX_EXPRESSION_DEPTH, SyntaxFailure } from "./syntax-failure.js";
import type { BinaryOperator, Expression } from "./tree.js";

/** An operator and what stands to its right. */
export interface OperatorTerm {
  readonly operator: string;
  readonly range: Range;
  readonly right: Expression;
}

/** From the weakest to the strongest, as the productions of Velocity's grammar nest; all associate to the left. */
const operators: Readonly<Record<string, { readonly operator: BinaryOperator; readonly strength: number }>> = {
  "||": { operator: "||", strength: 1 },
  or: { operator: "||", strength: 1 },
  "&&": { operator: "&&", strength: 2 },
  and: { operator: "&&", strength: 2 },
  "==": { operator: "==", strength: 3 },
  eq: { operator: "==", strength: 3 },
  "!=": { operator: "!=", strength: 3 },
  ne: { operator: "!=", strength: 3 },
  "<": { operator: "<", strength: 4 },
  lt: { operator: "<", strength: 4 },
  "<=": { operator: "<=", strength: 4 },
  le: { operator: "<=", strength: 4 },
  ">": { operator: ">", strength: 4 },
  gt: { operator: ">", strength: 4 },
  ">=": { operator: ">=", strength: 4 },
  ge: { operator: ">=", strength: 4 },
  "+": { operator: "+", strength: 5 },
  "-": { operator: "-", strength: 5 },
  "*": { operator: "*", strength: 6 },
  "/": { operator: "/", strength: 6 },
  "%": { operator: "%", strength: 6 },
};

interface Pending {
  readonly left: Expression;
  readonly operator: BinaryOperator;
  readonly strength: number;
  readonly range: Range;
}

/** Builds the tree of a flat `a + b * c == d`. */
export function foldOperators(first: Expression, terms: readonly OperatorTerm[]): Expression {
  if (terms.length > MAX_EXPRESSION_DEPTH) throw new SyntaxFailure("nesting-too-deep", undefined);
  const stack: Pending[] = [];
  let current = first;
  for (const term of terms) {
    const { operator, strength } = operators[term.operator]!;
    current = reduce(stack, current, strength);
    stack.push({ left: current, operator, strength, range: term.range });
    current = term.right;
  }
  return reduce(stack, current, 0);
}

/** Closes every pending operator that binds at least as strongly as `strength`. */
function reduce(stack: Pending[], right: Expression, strength: number): Expression {
  let current = right;
  for (let top = stack.at(-1); top && top.strength >= strength; top = stack.at(-1)) {
    stack.pop();
    current = {
      type: "BinaryExpression",
      range: { start: top.left.range.start, end: current.range.end },
      operator: top.operator,
      operatorRange: top.range,
      left: top.left,
      right: current,
    };
  }
  return current;
}
