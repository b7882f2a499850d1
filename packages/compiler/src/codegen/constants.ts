import {
  add,
  divide,
  modulo,
  multiply,
  parseFloatLiteral,
  parseIntegerLiteral,
  subtract,
} from "../runtime/number/index.js";
import { JavaException, type Value } from "../runtime/value.js";
import type { Expression, StringLiteral } from "../syntax/tree.js";
import { type Code, quote } from "./code.js";

const operations = { "+": add, "-": subtract, "*": multiply, "/": divide, "%": modulo } as const;

/** Code for an expression of literals only, computed now; undefined for every other. */
export function foldConstant(node: Expression): Code | undefined {
  const found = constantValue(node);
  return found === undefined ? undefined : constantCode(found);
}

/**
 * What a string literal is in every rendering; undefined when that depends on something. A path such as `"$.a"` is a
 * template for Velocity, since there is a `$` in it, but holds nothing but text.
 */
export function constantText({ value, template }: StringLiteral): string | undefined {
  if (!template) return value;
  let printed = "";
  for (const statement of template.body.statements) {
    if (statement.type !== "Text") return undefined;
    printed += statement.printed;
  }
  return template.dropsLastCharacter ? printed.slice(0, -1) : printed;
}

function constantValue(node: Expression): Value | undefined {
  switch (node.type) {
    case "IntegerLiteral":
      return parseIntegerLiteral(node.text);
    case "FloatLiteral":
      return parseFloatLiteral(node.text);
    case "BooleanLiteral":
      return node.value;
    case "StringLiteral":
      return constantText(node);
    case "ParenthesizedExpression":
      return constantValue(node.expression);
    case "BinaryExpression": {
      if (!Object.hasOwn(operations, node.operator)) return undefined;
      const left = constantValue(node.left);
      const right = constantValue(node.right);
      // A null among the operands prints its source text: leave that to the run.
      if (left === undefined || left === null || right === undefined || right === null) return undefined;
      if (typeof left === "boolean" || typeof right === "boolean") return undefined;
      return calculate(node.operator as keyof typeof operations, left, right);
    }
    default:
      return undefined;
  }
}

/** An operation that fails does so when the template is rendered, and only if it is reached. */
function calculate(operator: keyof typeof operations, left: Value, right: Value): Value | undefined {
  try {
    return operations[operator](left, right);
  } catch (error) {
    if (error instanceof JavaException) return undefined;
    throw error;
  }
}

function constantCode(found: Value): Code | undefined {
  if (typeof found === "string") return { js: quote(found), type: "string", nullable: false, constant: true };
  if (typeof found === "boolean") return { js: String(found), type: "boolean", nullable: false };
  if (typeof found === "number" && Number.isInteger(found)) return { js: `${found}`, type: "integer", nullable: false };
  if (typeof found === "number") return { js: `${found}`, type: "any", nullable: false };
  return undefined;
}
