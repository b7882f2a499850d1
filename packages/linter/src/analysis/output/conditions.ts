import { type Expression, type Node, type Reference, type Template, walk } from "@apigw-vtl/compiler";
import { loopRoots } from "../scopes.js";
import type { JsonState } from "./json-state.js";

/** A state and what a condition is in it. */
export interface Outcome {
  readonly state: JsonState;
  readonly holds: boolean;
}

/** Splits states by the outcome of conditions, and remembers the outcomes that matter again. */
export class Conditions {
  readonly #source: string;
  /** Tests that the template makes more than once. */
  readonly #repeated: ReadonlySet<string>;
  /** Variables that a loop changes: tests of them are not independent of the round. */
  readonly #changing: ReadonlySet<string>;

  constructor(source: string, tree: Template) {
    this.#source = source;
    const counts = new Map<string, number>();
    const changing = new Set<string>();
    walk(tree, (node) => {
      if (node.type === "IfBranch" || node.type === "Set") {
        for (const atom of atomsOf(node.type === "Set" ? node.value : node.condition)) {
          const { key } = this.#atom(atom);
          counts.set(key, (counts.get(key) ?? 0) + 1);
        }
      }
      if (node.type === "Foreach") {
        walk(node.body, (inner) => {
          if (inner.type === "Set" && inner.target.type === "Reference") changing.add(inner.target.name);
        });
      }
    });
    this.#repeated = new Set([...counts].filter(([, count]) => count > 1).map(([key]) => key));
    this.#changing = changing;
  }

  /** Both outcomes, or the one that the state allows. */
  *decide(condition: Expression, state: JsonState): Generator<Outcome> {
    switch (condition.type) {
      case "ParenthesizedExpression":
        yield* this.decide(condition.expression, state);
        return;
      case "NotExpression":
        for (const { state: next, holds } of this.decide(condition.operand, state))
          yield { state: next, holds: !holds };
        return;
      case "BinaryExpression":
        if (condition.operator === "&&" || condition.operator === "||") {
          const decisive = condition.operator === "||";
          for (const outcome of this.decide(condition.left, state)) {
            if (outcome.holds === decisive) yield outcome;
            else yield* this.decide(condition.right, outcome.state);
          }
          return;
        }
    }
    yield* this.#decideAtom(condition, state);
  }

  /** Forgets what is known of conditions on a variable that gets another value. */
  forget(state: JsonState, variable: string): JsonState {
    if (state.truths.size === 0) return state;
    const mentions = new RegExp(`(?<![\\w-])${variable.replace(/\W/g, "\\$&")}(?![\\w-])`);
    const kept = [...state.truths].filter(([key]) => !mentions.test(key));
    return kept.length === state.truths.size ? state : { ...state, truths: new Map(kept) };
  }

  *#decideAtom(condition: Expression, state: JsonState): Generator<Outcome> {
    if (condition.type === "BooleanLiteral") {
      yield { state, holds: condition.value };
      return;
    }
    const loop = loopTest(condition, this.#source);
    if (loop) {
      for (const holds of [true, false]) {
        const wanted = holds === loop.positive;
        if (state[loop.tag] === undefined || state[loop.tag] === wanted)
          yield { state: { ...state, [loop.tag]: wanted }, holds };
      }
      return;
    }
    const constant = constantTest(condition, state);
    if (constant !== undefined) {
      yield { state, holds: constant };
      return;
    }
    const { key, negated } = this.#atom(condition);
    const known = state.truths.get(key);
    if (known !== undefined) {
      yield { state, holds: known !== negated };
      return;
    }
    // How many rounds there are, and which one this is, is not counted.
    const depends = [...this.#changing, ...loopRoots].some((name) => mentions(condition, name));
    const base = depends && !state.unsure ? { ...state, unsure: true } : state;
    for (const holds of [true, false]) {
      const next = this.#repeated.has(key)
        ? { ...base, truths: new Map(base.truths).set(key, holds !== negated) }
        : base;
      yield { state: next, holds };
    }
  }

  /** `a != b` is the same test as `a == b`, answered the other way round. */
  #atom(condition: Expression): { readonly key: string; readonly negated: boolean } {
    const text = (node: Node) =>
      this.#source
        .slice(node.range.start, node.range.end)
        .replace(/[\s{}!]+/g, "")
        .replaceAll('"', "'");
    if (condition.type === "BinaryExpression" && (condition.operator === "==" || condition.operator === "!=")) {
      return { key: `${text(condition.left)}==${text(condition.right)}`, negated: condition.operator === "!=" };
    }
    return { key: text(condition), negated: false };
  }
}

function* atomsOf(condition: Expression): Generator<Expression> {
  if (condition.type === "ParenthesizedExpression") yield* atomsOf(condition.expression);
  else if (condition.type === "NotExpression") yield* atomsOf(condition.operand);
  else if (condition.type === "BinaryExpression" && (condition.operator === "&&" || condition.operator === "||")) {
    yield* atomsOf(condition.left);
    yield* atomsOf(condition.right);
  } else yield condition;
}

function mentions(condition: Expression, name: string): boolean {
  let found = false;
  walk(condition, (node) => {
    if (node.type === "Reference" && node.name === name) found = true;
  });
  return found;
}

/** A test of the place in the loop: whether it is the first round, or another one follows. */
function loopTest(
  condition: Expression,
  source: string,
): { readonly tag: "first" | "more"; readonly positive: boolean } | undefined {
  const text = source.slice(condition.range.start, condition.range.end).replace(/[\s{}!](?!=)/g, "");
  if (/^\$(?:foreach\.(?:hasNext|isHasNext)(?:\(\))?|velocityHasNext)(?:==true)?$/.test(text))
    return { tag: "more", positive: true };
  if (/^\$foreach\.(?:last|isLast\(\))$/.test(text)) return { tag: "more", positive: false };
  if (/^\$(?:foreach\.count|velocityCount)(?:<|!=)\$[\w.-]+(?:\.size\(\)|\.length\(\))?$/.test(text))
    return { tag: "more", positive: true };
  if (/^\$(?:foreach\.(?:first|isFirst\(\))|foreach\.index==0|(?:foreach\.count|velocityCount)==1)$/.test(text))
    return { tag: "first", positive: true };
  if (/^\$(?:foreach\.index(?:!=|>)0|(?:foreach\.count|velocityCount)(?:!=|>)1|foreach\.index>=1)$/.test(text))
    return { tag: "first", positive: false };
  return undefined;
}

/** The outcome of a test of a variable that is constant in this state. */
function constantTest(condition: Expression, state: JsonState): boolean | undefined {
  if (isVariable(condition)) {
    const text = state.constants.get(condition.name);
    return text === undefined ? undefined : text !== "false";
  }
  if (condition.type !== "BinaryExpression" || (condition.operator !== "==" && condition.operator !== "!="))
    return undefined;
  const [left, right] = [constantOperand(condition.left, state), constantOperand(condition.right, state)];
  if (left === undefined || right === undefined) return undefined;
  return (left === right) === (condition.operator === "==");
}

function constantOperand(operand: Expression, state: JsonState): string | undefined {
  switch (operand.type) {
    case "StringLiteral":
      return operand.template ? undefined : operand.value;
    case "IntegerLiteral":
      return operand.text;
    case "BooleanLiteral":
      return String(operand.value);
    default:
      return isVariable(operand) ? state.constants.get(operand.name) : undefined;
  }
}

function isVariable(expression: Expression): expression is Reference {
  return expression.type === "Reference" && expression.steps.length === 0;
}
