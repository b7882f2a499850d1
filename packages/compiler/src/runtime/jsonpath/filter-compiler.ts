import { optional } from "../optional.js";
import type { Value } from "../value.js";
import type { Evaluation } from "./evaluation.js";
import { isInvalidPath, PATH_NOT_FOUND } from "./exceptions.js";
import { OPERATORS } from "./filter-operators.js";
import type { FilterExpression, FilterOperand } from "./filter-syntax.js";
import { documentValue, type FilterValue, UNDEFINED } from "./filter-value.js";
import { compileWalk } from "./path-compiler.js";
import type { PathSyntax } from "./path-syntax.js";

/** Whether a filter selects the item. */
export type Predicate = (item: Value, evaluation: Evaluation) => boolean;

/** Where the item does not fit the filter it is not selected; all other failures end the reading. */
export const compileFilter = optional("filters", (filter: FilterExpression): Predicate => {
  const test = compileExpression(filter);
  return (item, evaluation) => {
    evaluation.visit();
    try {
      return test(item, evaluation);
    } catch (error) {
      if (isInvalidPath(error)) return false;
      throw error;
    }
  };
});

function compileExpression(expression: FilterExpression): Predicate {
  switch (expression.kind) {
    case "or": {
      const operands = expression.operands.map(compileExpression);
      return (item, evaluation) => operands.some((test) => test(item, evaluation));
    }
    case "and": {
      const operands = expression.operands.map(compileExpression);
      return (item, evaluation) => operands.every((test) => test(item, evaluation));
    }
    case "not": {
      const operand = compileExpression(expression.operand);
      return (item, evaluation) => !operand(item, evaluation);
    }
    case "exists":
      return compileExists(expression.path, expression.expected);
    case "comparison": {
      const operator = OPERATORS[expression.operator];
      const left = compileOperand(expression.left);
      const right = compileOperand(expression.right);
      return (item, evaluation) => operator(left(item, evaluation), right(item, evaluation));
    }
  }
}

/** Even a path that starts with `$` is looked for in the item, as in Jayway. One that gives a list exists. */
function compileExists(path: PathSyntax, expected: boolean): Predicate {
  const walk = compileWalk(path);
  return (item, evaluation) => {
    try {
      walk(item, evaluation, true);
      return expected;
    } catch (error) {
      if (error === PATH_NOT_FOUND) return !expected;
      throw error;
    }
  };
}

function compileOperand(operand: FilterOperand): (item: Value, evaluation: Evaluation) => FilterValue {
  if (operand.kind === "literal") return () => operand.value;
  const { path } = operand;
  const walk = compileWalk(path);
  const read = (document: Value, evaluation: Evaluation): FilterValue => {
    try {
      return documentValue(walk(document, evaluation, false));
    } catch (error) {
      if (error === PATH_NOT_FOUND) return UNDEFINED;
      throw error;
    }
  };
  if (path.root === "@") return read;
  return (_, evaluation) => {
    let value = evaluation.documentValues.get(path);
    if (value === undefined) {
      value = read(evaluation.document, evaluation);
      evaluation.documentValues.set(path, value);
    }
    return value;
  };
}
