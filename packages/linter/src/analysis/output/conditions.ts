import { type Expression, type Node, type Reference, type Template, walk } from "@apigw-vtl/compiler";
import { loopRoots } from "../scopes.js";
import { inRound, type JsonState, unsure, withTruths } from "./json-state.js";

/** A state and what a condition is in it. */
export interface Outcome {
  readonly state: JsonState;
  readonly holds: boolean;
}

/** What is known of a test in all states. */
type Test =
  | { readonly kind: "constant"; readonly holds: boolean }
  | { readonly kind: "loop"; readonly tag: "first" | "more"; readonly positive: boolean }
  | {
      readonly kind: "other";
      /** Tests of one key come out the same, or the other way round if one of them is `negated`. */
      readonly key: string;
      readonly negated: boolean;
      /** Whether the template makes it more than once. */
      readonly isRepeated: boolean;
      /** Whether its outcome depends on the round of a loop, which is not counted. */
      readonly dependsOnRound: boolean;
    };

/** Splits states by the outcome of conditions, and remembers the outcomes that matter again. */
export class Conditions {
  readonly #source: string;
  /** Tests that the template makes more than once. */
  readonly #repeated: ReadonlySet<string>;
  /** Variables that a loop changes: tests of them are not independent of the round. */
  readonly #changing: ReadonlySet<string>;
  /** By condition: those of a loop are decided once a round and state. */
  readonly #tests = new Map<Expression, Test>();
  /** What finds a variable's name in the key of a test. */
  readonly #mentions = new Map<string, RegExp>();

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
  decide(condition: Expression, state: JsonState): readonly Outcome[] {
    switch (condition.type) {
      case "ParenthesizedExpression":
        return this.decide(condition.expression, state);
      case "NotExpression":
        return this.decide(condition.operand, state).map(({ state: next, holds }) => ({ state: next, holds: !holds }));
      case "BinaryExpression":
        if (condition.operator === "&&" || condition.operator === "||") {
          const decisive = condition.operator === "||";
          return this.decide(condition.left, state).flatMap((outcome) =>
            outcome.holds === decisive ? outcome : this.decide(condition.right, outcome.state),
          );
        }
    }
    return this.#decideTest(condition, state);
  }

  /** Forgets what is known of conditions on a variable that gets another value. */
  forget(state: JsonState, variable: string): JsonState {
    if (state.truths.size === 0) return state;
    const mentions = this.#mentionsOf(variable);
    let { truths } = state;
    for (const key of state.truths.names) if (mentions.test(key)) truths = truths.with(key, undefined);
    return truths === state.truths ? state : withTruths(state, truths);
  }

  #mentionsOf(variable: string): RegExp {
    let mentions = this.#mentions.get(variable);
    if (mentions === undefined) {
      mentions = new RegExp(`(?<![\\w-])${variable.replace(/\W/g, "\\$&")}(?![\\w-])`);
      this.#mentions.set(variable, mentions);
    }
    return mentions;
  }

  #decideTest(condition: Expression, state: JsonState): readonly Outcome[] {
    const test = this.#testOf(condition);
    if (test.kind === "constant") return [{ state, holds: test.holds }];
    if (test.kind === "loop") {
      const { tag, positive } = test;
      const known = state[tag];
      if (known !== undefined) return [{ state, holds: known === positive }];
      return [true, false].map((holds) => ({ state: inRound(state, { ...state, [tag]: holds === positive }), holds }));
    }
    const constant = state.constants.size > 0 ? constantTest(condition, state) : undefined;
    if (constant !== undefined) return [{ state, holds: constant }];
    const { key, negated, isRepeated, dependsOnRound } = test;
    const known = state.truths.get(key);
    if (known !== undefined) return [{ state, holds: known !== negated }];
    const base = dependsOnRound ? unsure(state) : state;
    return [true, false].map((holds) => ({
      state: isRepeated ? withTruths(base, base.truths.with(key, holds !== negated)) : base,
      holds,
    }));
  }

  #testOf(condition: Expression): Test {
    let test = this.#tests.get(condition);
    if (test === undefined) {
      test = this.#readTest(condition);
      this.#tests.set(condition, test);
    }
    return test;
  }

  #readTest(condition: Expression): Test {
    if (condition.type === "BooleanLiteral") return { kind: "constant", holds: condition.value };
    const loop = loopTest(condition, this.#source);
    if (loop) return { kind: "loop", ...loop };
    const { key, negated } = this.#atom(condition);
    const dependsOnRound = mentions(condition, (name) => this.#changing.has(name) || loopRoots.has(name));
    return { kind: "other", key, negated, isRepeated: this.#repeated.has(key), dependsOnRound };
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

function mentions(condition: Expression, isMeant: (name: string) => boolean): boolean {
  let found = false;
  walk(condition, (node) => {
    if (node.type === "Reference" && isMeant(node.name)) found = true;
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
