import type { Expression } from "@apigw-vtl/compiler";
import { boolean, keyOfValue } from "../values/value.js";
import { evaluate } from "./expressions.js";
import type { Machine } from "./machine.js";
import type { Decision } from "./narrow.js";
import type { State } from "./state.js";

/**
 * Decides a test that the template may make again: of the same inputs it comes out the same, even where it says nothing
 * about their values.
 */
export function decideOnce(machine: Machine, node: Expression, state: State, decide: () => Decision): Decision {
  const subject = machine.uses.ofTest(node) === 0 ? undefined : keyOfTest(machine, node, state);
  if (subject === undefined) return decide();
  const isNegated = node.type === "BinaryExpression" && node.operator === "!=";
  const key = machine.test(subject, node);
  const [known] = state.fact(key) ?? [];
  const { yes, no } = decide();
  if (known?.kind === "boolean") return known.value === !isNegated ? { yes, no: [] } : { yes: [], no };
  if (yes.length === 0 || no.length === 0) return { yes, no };
  const remember = (states: readonly State[], holds: boolean) =>
    states.map((one) => {
      const after = one.copy();
      after.remember(key, boolean(holds));
      return after;
    });
  return { yes: remember(yes, !isNegated), no: remember(no, isNegated) };
}

/** What is tested, by the inputs that it is made of; `undefined` where it may be something else the next time. */
function keyOfTest(machine: Machine, node: Expression, state: State): string | undefined {
  switch (node.type) {
    case "ParenthesizedExpression":
      return keyOfTest(machine, node.expression, state);
    case "BinaryExpression": {
      const [left, right] = [node.left, node.right].map((side) => keyOfTest(machine, side, state));
      const operator = node.operator === "!=" ? "==" : node.operator;
      return left === undefined || right === undefined ? undefined : `${left}${operator}${right}`;
    }
    case "Reference": {
      const value = evaluate(machine, node, state);
      const [only] = value;
      if (value.length === 1 && only?.kind === "symbol") {
        return machine.isUnstable(only.symbol) ? undefined : only.symbol.key;
      }
      const last = node.steps.at(-1);
      if (last?.type === "MethodStep") {
        const receiver = keyOfTest(machine, { ...node, steps: node.steps.slice(0, -1) }, state);
        const args = last.arguments.map((argument) => keyOfTest(machine, argument, state));
        if (receiver === undefined || args.includes(undefined)) return undefined;
        return `${receiver}.${last.name}(${args.join()})`;
      }
      return only?.kind === "text" && value.length === 1 && only.pieces.every(({ kind }) => kind === "constant")
        ? keyOfValue(value)
        : undefined;
    }
    case "StringLiteral":
      return node.template ? undefined : JSON.stringify(node.value);
    case "IntegerLiteral":
    case "FloatLiteral":
      return node.text;
    case "BooleanLiteral":
      return String(node.value);
    default:
      return undefined;
  }
}
