import { invokeMethod, NO_SUCH_METHOD } from "../runtime/classes/method-lookup.js";
import {
  add,
  divide,
  modulo,
  multiply,
  parseFloatLiteral,
  parseIntegerLiteral,
  subtract,
} from "../runtime/number/index.js";
import { LimitExceeded } from "../runtime/operations/limit-exceeded.js";
import { utilRoot } from "../runtime/roots/util.js";
import { JavaException, type Value } from "../runtime/value.js";
import { withWork } from "../runtime/work.js";
import type { Expression, Reference, StringLiteral } from "../syntax/tree.js";
import { type Code, quote } from "./code.js";
import type { FunctionWriter } from "./function-writer.js";
import { isFixedRoot } from "./variables.js";

const operations = { "+": add, "-": subtract, "*": multiply, "/": divide, "%": modulo } as const;

/** What a call may take that is made now: work for so many steps, and so many characters of the module. */
const MOST_STEPS = 1_000;
const LONGEST_RESULT = 1_000;

/** Code for an expression of literals, and of calls of `$util` with literals, computed now; undefined for every other. */
export function foldConstant(w: FunctionWriter, node: Expression): Code | undefined {
  const found = constantValue(w, node);
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

/** The text that an expression is in every rendering; undefined when it is no text, or depends on something. */
export function fixedText(w: FunctionWriter, node: Expression): string | undefined {
  const found = constantValue(w, node);
  return typeof found === "string" ? found : undefined;
}

function constantValue(w: FunctionWriter, node: Expression): Value | undefined {
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
      return constantValue(w, node.expression);
    case "BinaryExpression": {
      if (!Object.hasOwn(operations, node.operator)) return undefined;
      const left = constantValue(w, node.left);
      const right = constantValue(w, node.right);
      // A null among the operands prints its source text: leave that to the run.
      if (left === undefined || left === null || right === undefined || right === null) return undefined;
      if (typeof left === "boolean" || typeof right === "boolean") return undefined;
      const operation = operations[node.operator as keyof typeof operations];
      return attempt(() => operation(left, right));
    }
    case "Reference":
      return calledValue(w, node);
    default:
      return undefined;
  }
}

/**
 * What calls on `$util` with literals give: `$util.urlEncode('a b').replaceAll('%', '_')`. Code that tells what it sees
 * makes them all the same, and so does one that ends with anything but a text, a number or a boolean.
 */
function calledValue(w: FunctionWriter, { name, prefix, steps }: Reference): Value | undefined {
  const { traced, probes } = w.unit;
  if (name !== "util" || steps.length === 0 || prefix.runt || prefix.notComputable) return undefined;
  if (traced || probes || !isFixedRoot(w, name)) return undefined;
  let found: Value = utilRoot;
  for (const step of steps) {
    if (step.type !== "MethodStep") return undefined;
    const args: Value[] = [];
    for (const argument of step.arguments) {
      const given = constantValue(w, argument);
      if (given === undefined) return undefined;
      args.push(given);
    }
    const result = attempt(() => withWork(MOST_STEPS, () => invokeMethod(found, step.name, args)));
    if (result === undefined || result === NO_SUCH_METHOD || typeof result === "object") return undefined;
    if (typeof result === "string" && result.length > LONGEST_RESULT) return undefined;
    found = result;
  }
  return found;
}

/** What fails does so when the template is rendered, and only if it is reached. */
function attempt<Result>(run: () => Result): Result | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof JavaException || error instanceof LimitExceeded) return undefined;
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
