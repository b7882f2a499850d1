import type {
  Block,
  Expression,
  ForeachDirective,
  IfDirective,
  ListLiteral,
  MapLiteral,
  Node,
  Reference,
  SetDirective,
  Statement,
  StringLiteral,
} from "@apigw-vtl/compiler";
import type { AnalysisInput } from "../analysis.js";
import { isMissing, type Origin, type TextPart, type Value } from "../value.js";
import { evaluateReference } from "./evaluate-reference.js";
import { FlowState } from "./flow-state.js";
import { guardKey, guardsOf, isGuarded, numberKey } from "./guards.js";
import {
  booleanValue,
  concatenate,
  constantText,
  emptyValue,
  joinValues,
  makeValue,
  numberValue,
  originKey,
  present,
  testedNumber,
  withTexts,
  worseNature,
} from "./make-value.js";
import { bodyValue } from "./service-roots.js";

/** Nested loops are walked again for each round of the outer one; beyond this many nodes, only once. */
const MOST_VISITS = 50_000;
const LOOP_ROUNDS = 2;

const methodsOfMaps: ReadonlySet<string> = new Set(["get", "keySet", "entrySet", "containsKey"]);

export interface ValueMap {
  /** What an expression can be, over all ways and rounds; `undefined` in code that never runs. */
  valueOf(expression: Expression): Value | undefined;
  /** The value of a reference's variable, then after each of its steps. */
  stepsOf(reference: Reference): readonly Value[];
  /** Whether the template reads members of this part of the body by name. */
  usedAsMap(origin: Origin): boolean;
  /** Whether the template loops over this part of the body, or takes members by position. */
  usedAsList(origin: Origin): boolean;
}

/** Runs the template over what is known of its input instead of over an input. */
export function inferValues({ source, tree }: AnalysisInput): ValueMap {
  const interpreter = new Interpreter(source);
  interpreter.run(tree.body);
  return interpreter;
}

class Interpreter implements ValueMap {
  readonly #source: string;
  readonly #values = new Map<Expression, Value>();
  readonly #steps = new Map<Reference, readonly Value[]>();
  readonly #maps = new Set<string>();
  readonly #lists = new Set<string>();
  #visits = 0;

  constructor(source: string) {
    this.#source = source;
  }

  run(body: Block): void {
    this.#block(body, new FlowState());
  }

  valueOf(expression: Expression): Value | undefined {
    return this.#values.get(expression);
  }

  stepsOf(reference: Reference): readonly Value[] {
    return this.#steps.get(reference) ?? [];
  }

  usedAsMap(origin: Origin): boolean {
    return this.#maps.has(originKey(origin));
  }

  usedAsList(origin: Origin): boolean {
    return this.#lists.has(originKey(origin));
  }

  /** Runs a block, which changes what is known. */
  #block(block: Block, state: FlowState): void {
    for (const statement of block.statements) this.#statement(statement, state);
  }

  #statement(node: Statement, state: FlowState): void {
    this.#visits++;
    switch (node.type) {
      case "Reference":
        this.#evaluate(node, state);
        break;
      case "Set":
        this.#set(node, state);
        break;
      case "If":
        this.#if(node, state);
        break;
      case "Foreach":
        this.#foreach(node, state);
        break;
      case "Define": {
        // Runs where it is read, with what the variables are then; what they are here and now is taken for it.
        this.#block(node.body, state.fork());
        const value = makeValue(["empty", "string"], this.#worstNature(node.body));
        if (node.variable) state.assign(node.variable.prefix.assigned, value);
        break;
      }
      case "MacroCall":
        for (const argument of node.arguments) this.#evaluate(argument, state);
        if (node.body) this.#block(node.body, state);
    }
  }

  #if({ branches, otherwise }: IfDirective, state: FlowState): void {
    const ways: FlowState[] = [];
    let rest = state;
    for (const { condition, body } of branches) {
      this.#evaluate(condition, rest);
      const { whenTrue, whenFalse } = guardsOf(condition, this.#source);
      const taken = rest.fork();
      taken.guard(whenTrue);
      this.#block(body, taken);
      ways.push(taken);
      if (whenFalse.length === 0) continue;
      rest = rest.fork();
      rest.guard(whenFalse);
    }
    const last = otherwise ? rest.fork() : rest;
    if (otherwise) this.#block(otherwise.body, last);
    state.join([last, ...ways]);
  }

  #set({ target, value }: SetDirective, state: FlowState): void {
    const assigned = this.#evaluate(value, state);
    if (target.type !== "Reference") return;
    if (target.steps.length === 0) {
      state.assign(target.prefix.assigned, assigned);
      return;
    }
    const [root] = this.#evaluateSteps(target, state);
    const key = guardKey(target, this.#source);
    if (assigned.kinds.has("empty")) state.unguard(key);
    else state.guard([key]);
    if (!root?.made) return;
    // `#set($map.x = $y)`: what the map holds is no better than $y.
    const nature = worseNature(root.nature, assigned.nature);
    const item = root.item ? joinValues(root.item, assigned) : assigned;
    state.change(target.name, { ...root, nature, item });
  }

  #foreach(node: ForeachDirective, state: FlowState): void {
    for (const argument of node.arguments)
      if (argument.type !== "WordArgument" && argument !== node.variable) this.#evaluate(argument, state);
    const iterable = this.#values.get(node.iterable) ?? this.#evaluate(node.iterable, state);
    if (isMissing(iterable)) return;
    if (iterable.origin) this.#lists.add(originKey(iterable.origin));
    const item = itemOf(iterable);
    const name = node.variable?.prefix.assigned;
    const rounds = this.#visits > MOST_VISITS ? 1 : LOOP_ROUNDS;
    for (let round = 0; round < rounds; round++) {
      const inside = state.fork(state.loops + 1);
      if (name !== undefined) inside.assign(name, item);
      this.#block(node.body, inside);
      // What one round changes nothing for, the next one finds the same. The loop's variable has its old value after it.
      if (!state.join([state, inside], name)) break;
    }
  }

  #evaluate(node: Expression, state: FlowState): Value {
    this.#visits++;
    const value = this.#compute(node, state);
    const known = this.#values.get(node);
    const joined = known ? joinValues(known, value) : value;
    if (joined !== known) this.#values.set(node, joined);
    return value;
  }

  #compute(node: Expression, state: FlowState): Value {
    switch (node.type) {
      case "Reference":
        return this.#evaluateSteps(node, state).at(-1)!;
      case "StringLiteral":
        return node.template ? this.#interpolated(node, state) : constantText(node.value);
      case "IntegerLiteral":
      case "FloatLiteral":
        return numberValue(node.text);
      case "BooleanLiteral":
        return booleanValue(node.value);
      case "ListLiteral":
        return this.#list(node, state);
      case "RangeLiteral":
        this.#evaluate(node.from, state);
        this.#evaluate(node.to, state);
        return makeValue(["list"], "constant", { made: true, item: numberValue() });
      case "MapLiteral":
        return this.#map(node, state);
      case "BinaryExpression": {
        const left = this.#evaluate(node.left, state);
        const right = this.#evaluateRight(node, state);
        return binaryResult(node.operator, left, right);
      }
      case "NotExpression":
        this.#evaluate(node.operand, state);
        return booleanValue();
      case "ParenthesizedExpression":
        return this.#evaluate(node.expression, state);
      case "WordArgument":
        return emptyValue;
      case "ErrorExpression":
        return makeValue(["empty", "string", "number", "boolean", "map", "list"], "caller");
    }
  }

  #list({ items }: ListLiteral, state: FlowState): Value {
    const item = items.length === 0 ? undefined : items.map((each) => this.#evaluate(each, state)).reduce(joinValues);
    return makeValue(["list"], item?.nature ?? "constant", { made: true, ...(item && { item }) });
  }

  #map({ entries }: MapLiteral, state: FlowState): Value {
    let item: Value | undefined;
    for (const { key, value } of entries) {
      this.#evaluate(key, state);
      const member = this.#evaluate(value, state);
      item = item ? joinValues(item, member) : member;
    }
    return makeValue(["map"], item?.nature ?? "constant", { made: true, ...(item && { item }) });
  }

  /** The right side of `&&` is only reached when the left holds, that of `||` when it does not. */
  #evaluateRight(node: Extract<Expression, { type: "BinaryExpression" }>, state: FlowState): Value {
    if (node.operator !== "&&" && node.operator !== "||") return this.#evaluate(node.right, state);
    const { whenTrue, whenFalse } = guardsOf(node.left, this.#source);
    const right = state.fork();
    right.guard(node.operator === "&&" ? whenTrue : whenFalse);
    return this.#evaluate(node.right, right);
  }

  #evaluateSteps(reference: Reference, state: FlowState): readonly Value[] {
    const read = evaluateReference(reference, state, (argument) => this.#evaluate(argument, state));
    const guards = state.guardsOf(reference.name);
    const steps = guards.size === 0 ? read : read.map((value, i) => this.#guarded(reference, i, value, guards));
    const known = this.#steps.get(reference);
    this.#steps.set(reference, known ? steps.map((value, i) => joinValues(known[i]!, value)) : steps);
    this.#noteUses(reference, steps);
    return steps;
  }

  /** What the steps take a part of the body for. */
  #noteUses(reference: Reference, values: readonly Value[]): void {
    for (const [i, step] of reference.steps.entries()) {
      const origin = values[i]!.origin;
      if (!origin) continue;
      const isMember = step.type === "PropertyStep" || (step.type === "MethodStep" && methodsOfMaps.has(step.name));
      if (isMember) this.#maps.add(originKey(origin));
      else if (step.type === "IndexStep" && step.index.type === "IntegerLiteral") this.#lists.add(originKey(origin));
    }
  }

  /** The value of a reference's first `length` steps with what the conditions before say of it. */
  #guarded(reference: Reference, length: number, value: Value, guards: ReadonlySet<string>): Value {
    if (guards.has(numberKey(guardKey(reference, this.#source, length)))) return testedNumber;
    const mayBeMissing = value.kinds.has("empty") && value.kinds.size > 1;
    return mayBeMissing && isGuarded(reference, length, guards, this.#source) ? present(value) : value;
  }

  /** A text put together from pieces; directives in it make it unknown but for the nature of what it prints. */
  #interpolated(node: StringLiteral, state: FlowState): Value {
    const { body, dropsLastCharacter } = node.template!;
    const parts: TextPart[] = [];
    let known = true;
    let value: Value = emptyValue;
    for (const [i, statement] of body.statements.entries()) {
      if (statement.type === "Text") {
        const last = i === body.statements.length - 1 && dropsLastCharacter;
        const text = last ? statement.printed.slice(0, -1) : statement.printed;
        if (text === "") continue;
        parts.push({ kind: "text", text });
        value = concatenate(value, constantText(text));
      } else if (statement.type === "Reference") {
        const printed = this.#evaluate(statement, state);
        parts.push({ kind: "value", reference: statement, value: printed });
        value = concatenate(value, printed);
      } else {
        this.#statement(statement, state.fork());
        if (statement.type !== "Comment") known = false;
      }
    }
    if (!known) return makeValue(["empty", "string"], worseNature(value.nature, this.#worstNature(body)));
    return { ...value, ...makeValue(value.kinds, value.nature, withTexts(value.texts ?? [parts])) };
  }

  /** The worst nature of what a block prints. */
  #worstNature(block: Block): Value["nature"] {
    let nature: Value["nature"] = "constant";
    const pending: Node[] = [block];
    for (let node = pending.pop(); node; node = pending.pop()) {
      if (node.type === "Block") pending.push(...node.statements);
      else if (node.type === "If")
        pending.push(...node.branches.map(({ body }) => body), ...(node.otherwise ? [node.otherwise.body] : []));
      else if (node.type === "Foreach") pending.push(node.body);
      else if (node.type === "Reference") nature = worseNature(nature, this.#values.get(node)?.nature ?? "constant");
    }
    return nature;
  }
}

function itemOf(iterable: Value): Value {
  if (iterable.item) return iterable.item;
  if (iterable.origin?.root === "body") return bodyValue([...iterable.origin.path, "*"]);
  return makeValue(bodyValue(["*"]).kinds, iterable.nature);
}

function binaryResult(operator: string, left: Value, right: Value): Value {
  switch (operator) {
    case "+": {
      const numbers = isOnly(left, "number") && isOnly(right, "number");
      return numbers ? numberValue() : concatenate(left, right);
    }
    case "-":
    case "*":
    case "/":
    case "%":
      return isOnly(left, "number") && isOnly(right, "number") && operator !== "/" && operator !== "%"
        ? numberValue()
        : makeValue(["empty", "number"], "constant");
    default:
      return booleanValue();
  }
}

function isOnly(value: Value, kind: "number"): boolean {
  return value.kinds.size === 1 && value.kinds.has(kind);
}
