import type { BinaryExpression, Expression, ListLiteral, MapLiteral } from "../syntax/tree.js";
import { booleanCode, type Code, nothing, quote } from "./code.js";
import { condition } from "./conditions.js";
import { constantText, foldConstant } from "./constants.js";
import type { FunctionWriter } from "./function-writer.js";
import { operandLiteral } from "./operand-literal.js";
import { reference } from "./references.js";
import { stringLiteral } from "./strings.js";

const arithmetic = { "+": "add", "-": "subtract", "*": "multiply", "/": "divide", "%": "modulo" } as const;

/** The value of an expression, with the service's rule for references without a value applied. */
export function value(w: FunctionWriter, node: Expression): Code {
  // A reference asks by itself whether it is one.
  const constant = node.type === "Reference" ? undefined : foldConstant(w, node);
  if (constant) return constant;
  switch (node.type) {
    case "Reference":
      return orEmpty(w, reference(w, node), node.prefix.runt || node.prefix.notComputable);
    case "StringLiteral":
      return stringLiteral(w, node);
    case "ListLiteral":
      return list(w, node);
    case "MapLiteral":
      return map(w, node);
    case "RangeLiteral": {
      const args = ["s", value(w, node.from).js, value(w, node.to).js];
      return { js: w.unit.fallible("rangeOf", args, node.range), type: "any", nullable: true };
    }
    case "BinaryExpression":
      return binary(w, node);
    case "NotExpression":
      return booleanCode(condition(w, node));
    case "ParenthesizedExpression":
      return value(w, node.expression);
    case "IntegerLiteral":
      return numberConstant(w, "parseIntegerLiteral", node.text);
    case "FloatLiteral":
      return numberConstant(w, "parseFloatLiteral", node.text);
    case "BooleanLiteral":
      return booleanCode(String(node.value));
    case "WordArgument":
    case "ErrorExpression":
      return nothing;
    default:
      return node satisfies never;
  }
}

/** A number that JavaScript has no literal for: `1.0` is a Double, and large integers are exact. */
function numberConstant(w: FunctionWriter, parser: "parseIntegerLiteral" | "parseFloatLiteral", text: string): Code {
  return { js: w.unit.constant(`${w.unit.use(parser)}(${quote(text)})`), type: "any", nullable: false };
}

function orEmpty(w: FunctionWriter, code: Code, isNull: boolean): Code {
  if (!w.unit.missingIsEmpty || isNull || !code.nullable) return code;
  if (code.js === nothing.js) return { js: '""', type: "string", nullable: false };
  return { js: `${w.unit.use("orEmpty")}(${code.js})`, type: code.type, nullable: false };
}

function list(w: FunctionWriter, node: ListLiteral): Code {
  const items = node.items.map((item) => value(w, item).js);
  return { js: `${w.unit.use("listOf")}([${items.join(", ")}])`, type: "any", nullable: false };
}

function map(w: FunctionWriter, node: MapLiteral): Code {
  const entries = node.entries.flatMap((entry) => [value(w, entry.key).js, value(w, entry.value).js]);
  return { js: `${w.unit.use("mapOf")}([${entries.join(", ")}])`, type: "any", nullable: false };
}

function binary(w: FunctionWriter, node: BinaryExpression): Code {
  switch (node.operator) {
    case "+":
    case "-":
    case "*":
    case "/":
    case "%": {
      const left = value(w, node.left);
      const right = value(w, node.right);
      const args = [left.js, right.js];
      // Only where an operand may be null does its source text matter: Velocity concatenates it in place of null.
      if (node.operator === "+" && (left.nullable || right.nullable))
        args.push(literal(w, node.left), literal(w, node.right));
      const js = w.unit.fallible(arithmetic[node.operator], args, node.operatorRange);
      const isText = node.operator === "+" && (left.type === "string" || right.type === "string");
      return { js, type: isText ? "string" : "any", nullable: !isText };
    }
    default:
      return booleanCode(condition(w, node));
  }
}

function literal(w: FunctionWriter, node: Expression): string {
  return quote(operandLiteral(node, w.unit.source));
}

/** Whether evaluating the expression, or not, makes no difference that could be seen. */
export function isPure(node: Expression): boolean {
  switch (node.type) {
    case "IntegerLiteral":
    case "FloatLiteral":
    case "BooleanLiteral":
    case "WordArgument":
    case "ErrorExpression":
      return true;
    case "StringLiteral":
      return constantText(node) !== undefined;
    case "Reference":
      return node.steps.every((step) => step.type === "PropertyStep");
    default:
      return false;
  }
}
