import type { Expression } from "@apigw-vtl/compiler";
import { walk } from "@apigw-vtl/compiler";
import { type Scopes, valuesSet } from "./scopes.js";

const DEEPEST = 6;

/** How many times `$util.escapeJavaScript` has been applied to an expression's text, on the way that has it least often. */
export function timesEscaped(node: Expression, scopes: Scopes, depth = 0): number {
  if (node.type !== "Reference" || depth > DEEPEST) return 0;
  const [call] = node.steps;
  if (node.name === "util" && call?.type === "MethodStep") {
    const [argument] = call.arguments;
    if (call.name !== "escapeJavaScript" || argument === undefined) return 0;
    return 1 + timesEscaped(argument, scopes, depth + 1);
  }
  const values = valuesSet(scopes, node.name);
  return values.length === 0 ? 0 : Math.min(...values.map((one) => (one ? timesEscaped(one, scopes, depth + 1) : 0)));
}

/** Whether a variable's text is put together of parts of which some are escaped, or are JSON with its quotes. */
export function isPutTogether(node: Expression, scopes: Scopes): boolean {
  if (node.type !== "Reference" || node.steps.length > 0) return false;
  return valuesSet(scopes, node.name).some((value) => value !== undefined && holdsEscapedPart(value));
}

function holdsEscapedPart(value: Expression): boolean {
  if (value.type === "Reference") return false;
  let found = false;
  walk(value, (node) => {
    if (node.type === "Text") found ||= node.printed.includes('\\"');
    else if (node.type === "MethodStep") found ||= node.name === "escapeJavaScript";
  });
  return found;
}
