import type { FilterValue } from "./filter-value.js";
import type { PathSyntax } from "./path-syntax.js";

/** Jayway takes the words in any case. */
export const RELATIONAL_OPERATORS = [
  "==",
  "===",
  "!=",
  "!==",
  "<",
  "<=",
  ">",
  ">=",
  "=~",
  "in",
  "nin",
  "subsetof",
  "anyof",
  "noneof",
  "contains",
  "all",
  "size",
  "empty",
  "type",
  "matches",
  "exists",
] as const;

export type RelationalOperator = (typeof RELATIONAL_OPERATORS)[number];

/** What stands in `[?( )]`. */
export type FilterExpression =
  | { readonly kind: "or" | "and"; readonly operands: readonly FilterExpression[] }
  | { readonly kind: "not"; readonly operand: FilterExpression }
  /** `@.a`, or `!@.a` with `expected` false. */
  | { readonly kind: "exists"; readonly path: PathSyntax; readonly expected: boolean }
  | {
      readonly kind: "comparison";
      readonly operator: RelationalOperator;
      readonly left: FilterOperand;
      readonly right: FilterOperand;
    };

export type FilterOperand =
  | { readonly kind: "literal"; readonly value: FilterValue }
  /** `negated`: a `!` stands before the path. It has no effect on a comparison. */
  | { readonly kind: "path"; readonly path: PathSyntax; readonly negated: boolean };
