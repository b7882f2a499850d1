import type { BinaryExpression, Expression } from "../syntax/tree.js";
import { type Code, quote } from "./code.js";
import { value } from "./expressions.js";
import type { FunctionWriter } from "./function-writer.js";
import { reference } from "./references.js";

const comparisons = { "<": "lessThan", "<=": "lessOrEqual", ">": "greaterThan", ">=": "greaterOrEqual" } as const;

/**
 * A JavaScript boolean: Velocity's `evaluate`. Only a Boolean false and null are false; literals other than
 * `true`, arithmetic, lists and maps are false too (`SimpleNode.evaluate`).
 */
export function condition(w: FunctionWriter, node: Expression): string {
  switch (node.type) {
    case "Reference": {
      const code = reference(w, node);
      if (node.prefix.runt || node.prefix.notComputable) return "false";
      if (w.unit.analysis.hasBlocks && node.steps.length === 0 && code.type === "any") {
        return `${w.unit.use("isTrueOrBlock")}(${code.js}, ${w.unit.missingIsEmpty})`;
      }
      // In the service a missing value is "", which is true.
      if (w.unit.missingIsEmpty) return code.type === "boolean" ? code.js : `${code.js} !== false`;
      return `${w.unit.use("isTrue")}(${code.js})`;
    }
    case "BooleanLiteral":
      return String(node.value);
    case "NotExpression":
      return `!(${condition(w, node.operand)})`;
    case "ParenthesizedExpression":
      return condition(w, node.expression);
    case "BinaryExpression":
      return binary(w, node);
    default:
      return "false";
  }
}

function binary(w: FunctionWriter, node: BinaryExpression): string {
  switch (node.operator) {
    case "&&":
    case "||":
      return logical(w, node);
    case "==":
      return equality(w, node);
    case "!=":
      return `!${equality(w, node)}`;
    case "<":
    case "<=":
    case ">":
    case ">=":
      return `${w.unit.use(comparisons[node.operator])}(${value(w, node.left).js}, ${value(w, node.right).js})`;
    default:
      return "false";
  }
}

function logical(w: FunctionWriter, node: BinaryExpression, operand = w.unit.probes?.operands()): string {
  const side = (one: Expression): string => {
    // `a && (b || c)` is one chain of three, however it is nested.
    const inner = withoutParentheses(one);
    if (inner.type === "BinaryExpression" && (inner.operator === "&&" || inner.operator === "||"))
      return logical(w, inner, operand);
    const js = condition(w, one);
    return operand?.(one, js) ?? js;
  };
  return `(${side(node.left)} ${node.operator} ${side(node.right)})`;
}

function withoutParentheses(node: Expression): Expression {
  let inner = node;
  while (inner.type === "ParenthesizedExpression") inner = inner.expression;
  return inner;
}

function equality(w: FunctionWriter, node: BinaryExpression): string {
  const left = value(w, node.left);
  const right = value(w, node.right);
  if (isText(left) && isText(right)) return `${w.unit.use("isSameText")}(${left.js}, ${right.js})`;
  if (left.type === "integer" && right.type === "integer") return `(${left.js} === ${right.js})`;
  if (isText(right)) return `${w.unit.use("equalsText")}(${left.js}, ${right.js})`;
  if (isText(left) && left.js === quote("")) return `${w.unit.use("equalsText")}(${right.js}, ${left.js})`;
  return w.unit.fallible("velocityEquals", [left.js, right.js], node.operatorRange);
}

const isText = (code: Code) => code.type === "string" && !code.nullable;
