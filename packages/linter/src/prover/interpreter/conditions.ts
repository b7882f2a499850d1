import type { BinaryExpression, Expression, Reference } from "@apigw-vtl/compiler";
import { knownText, type Value } from "../values/value.js";
import { compareNumbers } from "./compare-numbers.js";
import { evaluate } from "./expressions.js";
import type { Machine } from "./machine.js";
import { type Decision, narrow, narrowReceiver, narrowValue } from "./narrow.js";
import { either, equalTo, oneOf, type Predicate, truth } from "./predicates.js";
import { methodPredicate } from "./predicates-of-methods.js";
import { decideOnce } from "./repeated-tests.js";
import type { State } from "./state.js";
import { textsAllowed } from "./texts-allowed.js";

/** Velocity's `evaluate`: false are the Boolean false, and literals other than `true`. */
export function decide(machine: Machine, node: Expression, state: State): Decision {
  machine.enter(node.range);
  const decision = decideNode(machine, node, state);
  machine.leave();
  return decision;
}

function decideNode(machine: Machine, node: Expression, state: State): Decision {
  switch (node.type) {
    case "BooleanLiteral":
      return node.value ? { yes: [state], no: [] } : { yes: [], no: [state] };
    case "ParenthesizedExpression":
      return decide(machine, node.expression, state);
    case "NotExpression": {
      const { yes, no } = decide(machine, node.operand, state);
      return { yes: no, no: yes };
    }
    case "Reference":
      return decideOnce(machine, node, state, () => decideReference(machine, node, state));
    case "BinaryExpression":
      if (node.operator === "&&" || node.operator === "||") return decideBinary(machine, node, state);
      return decideOnce(machine, node, state, () => decideBinary(machine, node, state));
    default:
      evaluate(machine, node, state);
      return { yes: [], no: [state] };
  }
}

function decideReference(machine: Machine, node: Reference, state: State): Decision {
  if (node.prefix.runt || node.prefix.notComputable) return { yes: [], no: [state] };
  const last = node.steps.at(-1);
  if (last?.type === "MethodStep") {
    const receiver: Reference = { ...node, steps: node.steps.slice(0, -1) };
    const allowed = textsAllowed(machine, last, evaluate(machine, receiver, state));
    if (allowed !== undefined) {
      evaluate(machine, node, state);
      const tested = subject(last.arguments[0]!);
      for (const text of allowed) noteHint(machine, evaluate(machine, tested, state), text);
      return narrow(machine, tested, state, oneOf(allowed));
    }
    const args = last.arguments.map((argument) => knownText(evaluate(machine, argument, state)));
    const predicate = methodPredicate(last.name, args);
    if (predicate) {
      evaluate(machine, node, state);
      if (args[0] !== undefined) noteHint(machine, evaluate(machine, receiver, state), args[0]);
      return decideCall(machine, receiver, predicate, state);
    }
  }
  return narrow(machine, node, state, truth);
}

/** What holds of `$x.toString()` says something about `$x` only if that is a text. */
function decideCall(machine: Machine, receiver: Reference, predicate: Predicate, state: State): Decision {
  const tested = withoutToString(receiver);
  const ofTexts: Predicate = (one) => (one.kind === "text" || one.kind === "null" ? predicate(one) : either(one));
  return narrowReceiver(machine, tested, state, tested === receiver ? predicate : ofTexts);
}

function decideBinary(machine: Machine, node: BinaryExpression, state: State): Decision {
  switch (node.operator) {
    case "&&": {
      const left = decide(machine, node.left, state);
      if (left.yes.length === 0) machine.imagine(() => decide(machine, node.right, state));
      const right = left.yes.map((one) => decide(machine, node.right, one));
      return { yes: right.flatMap(({ yes }) => yes), no: [...left.no, ...right.flatMap(({ no }) => no)] };
    }
    case "||": {
      const left = decide(machine, node.left, state);
      if (left.no.length === 0) machine.imagine(() => decide(machine, node.right, state));
      const right = left.no.map((one) => decide(machine, node.right, one));
      return { yes: [...left.yes, ...right.flatMap(({ yes }) => yes)], no: right.flatMap(({ no }) => no) };
    }
    case "==":
      return decideEquality(machine, node, state);
    case "!=": {
      const { yes, no } = decideEquality(machine, node, state);
      return { yes: no, no: yes };
    }
    case "<":
    case "<=":
    case ">":
    case ">=":
      evaluateSides(machine, node, state);
      return compareNumbers(machine, node, state) ?? { yes: [state], no: [state] };
    default:
      evaluate(machine, node, state);
      return { yes: [], no: [state] };
  }
}

/** A comparison is decided by parts of its sides; each is read as a whole, too. */
function evaluateSides(machine: Machine, { left, right }: BinaryExpression, state: State): readonly [Value, Value] {
  return [evaluate(machine, left, state), evaluate(machine, right, state)];
}

function decideEquality(machine: Machine, node: BinaryExpression, state: State): Decision {
  const [left, right] = evaluateSides(machine, node, state);
  const compared = compareNumbers(machine, { ...node, operator: "==" }, state);
  if (compared) return compared;
  for (const [one, value, other] of [
    [node.left, left, right],
    [node.right, right, left],
  ] as const) {
    const constant = machine.resolve(other, state);
    const predicate = equalTo(constant);
    if (predicate === undefined) continue;
    const tested = subject(one);
    const testedValue = tested === one ? value : evaluate(machine, tested, state);
    const text = knownText(constant);
    if (text !== undefined && text !== "") noteHint(machine, testedValue, text);
    return narrowValue(machine, tested, state, testedValue, predicate);
  }
  return { yes: [state], no: [state] };
}

/** `$x` for `$x.toString()` and `"$x"`, which compare with a text as it does. */
function subject(node: Expression): Expression {
  if (node.type === "ParenthesizedExpression") return subject(node.expression);
  if (node.type === "Reference") return withoutToString(node);
  if (node.type === "StringLiteral" && node.template) {
    const [only, blank] = node.template.body.statements;
    const isAlone = blank === undefined || (blank.type === "Text" && blank.printed === " ");
    if (only?.type === "Reference" && isAlone && node.template.body.statements.length <= 2) return only;
  }
  return node;
}

function withoutToString(node: Reference): Reference {
  const last = node.steps.at(-1);
  const isToString = last?.type === "MethodStep" && last.name === "toString" && last.arguments.length === 0;
  return isToString ? { ...node, steps: node.steps.slice(0, -1) } : node;
}

function noteHint(machine: Machine, value: Value, text: string): void {
  for (const one of value) if (one.kind === "symbol") machine.hint(one.symbol.key, text);
}
