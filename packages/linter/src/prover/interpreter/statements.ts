import type {
  Block,
  DefineDirective,
  IfDirective,
  Reference,
  SetDirective,
  Statement,
  Text,
} from "@apigw-vtl/compiler";
import { writeAll } from "../sinks/sink.js";
import { TextSink } from "../sinks/text-sink.js";
import { constant, type Pieces, widestTexts } from "../text/piece.js";
import { boolean, union, type Value } from "../values/value.js";
import { assign } from "./assignments.js";
import { decide } from "./conditions.js";
import { evaluate } from "./expressions.js";
import { foreach } from "./foreach.js";
import { DEEPEST_BLOCK, GiveUp, type Machine } from "./machine.js";
import { printedTexts } from "./printed.js";
import type { State } from "./state.js";
import { textPieces } from "./text-pieces.js";

/** The states after a block that `states` come to; those that have left by `#break` or `#stop` go through. */
export function runBlock(machine: Machine, block: Block, states: readonly State[]): State[] {
  return machine.nested(block.range, () => runStatements(machine, block, states));
}

function runStatements(machine: Machine, block: Block, states: readonly State[]): State[] {
  let current = [...states];
  for (const statement of block.statements) {
    current = machine.merge(
      current.flatMap((state) => (state.exit === undefined ? runStatement(machine, statement, state) : [state])),
      statement.range.end,
    );
  }
  return current;
}

function runStatement(machine: Machine, node: Statement, state: State): State[] {
  machine.step(node.range, state);
  switch (node.type) {
    case "Text":
      return print(machine, node, textPieces(node, machine.holes), state);
    case "Literal":
    case "Comment":
    case "MacroCall":
      return print(machine, node, [constant(node.printed)], state);
    case "Reference":
      return printReference(machine, node, state);
    case "Set":
      return set(machine, node, state);
    case "If":
      return ifDirective(machine, node, state);
    case "Foreach":
      return foreach(machine, node, state);
    case "Define":
      return define(node, state);
    case "Macro":
      return [state];
    case "Break":
    case "Stop": {
      const left = state.copy();
      left.exit = node.type === "Stop" || state.loops.length === 0 ? "stop" : "break";
      return [left];
    }
    case "Include":
      // The service has no files: the rendering fails, and nothing is printed.
      return [];
    default:
      throw new GiveUp(`#${node.type.toLowerCase()} is not followed`, node.range);
  }
}

function print(machine: Machine, node: Statement | Text, pieces: Pieces, state: State): State[] {
  const sink = writeAll(state.sink, pieces, (refusal) => machine.report(node.range, refusal, state));
  return sink === undefined ? [] : [state.copy({ sink })];
}

function printReference(machine: Machine, node: Reference, state: State): State[] {
  const { escaped, escapes, more, literal, runt } = node.prefix;
  if (runt) return print(machine, node, [constant(node.formal ? "{" : node.name)], state);
  const value = evaluate(machine, node, state);
  if (escaped) return print(machine, node, [constant(escapes + literal)], state);
  const before = constant(escapes + more);
  const blocks = value.flatMap((one) =>
    one.kind === "block" ? printBlock(machine, one.node, node, escapes + more, state) : [],
  );
  const texts = printedTexts(
    machine,
    state,
    value.filter(({ kind }) => kind !== "block"),
  );
  // What is gathered is some text or other; a document has places where one of them may stand and another not.
  const distinct = state.sink instanceof TextSink ? widestTexts(texts) : texts;
  return [...blocks, ...distinct.flatMap((text) => print(machine, node, [before, ...text], state))];
}

/** `$d` after `#define($d)`. `$d()` prints the block and `()`, which is text of its own. */
function printBlock(machine: Machine, block: DefineDirective, node: Reference, before: string, state: State): State[] {
  if (machine.depth >= DEEPEST_BLOCK) throw new GiveUp("a #define block that prints itself", block.header);
  machine.depth++;
  try {
    return print(machine, node, [constant(before)], state).flatMap((one) => runBlock(machine, block.body, [one]));
  } finally {
    machine.depth--;
  }
}

function set(machine: Machine, node: SetDirective, state: State): State[] {
  const { target, value } = node;
  if (target.type !== "Reference") throw new GiveUp("#set of something that is no reference", node.range);
  if (isCondition(value)) {
    const { yes, no } = decide(machine, value, state);
    return [...store(machine, target, boolean(true), yes), ...store(machine, target, boolean(false), no)];
  }
  const after = state.copy();
  return store(machine, target, evaluate(machine, value, after), [after]);
}

/** Whether both outcomes are worth a state of their own, which keeps what they say about the inputs. */
function isCondition(node: SetDirective["value"]): boolean {
  if (node.type === "ParenthesizedExpression") return isCondition(node.expression);
  if (node.type === "NotExpression") return true;
  return node.type === "BinaryExpression" && !["+", "-", "*", "/", "%"].includes(node.operator);
}

/** A null leaves everything as it was. */
function store(machine: Machine, target: Reference, value: Value, states: readonly State[]): State[] {
  return states.map((state) => {
    const after = state.copy();
    const present = value.filter(({ kind }) => kind !== "null");
    if (target.steps.length === 0) machine.uses.hold(target.prefix.assigned, present);
    if (target.steps.length > 0) assign(machine, target, present, after);
    else if (present.length === value.length) after.setVariable(target.prefix.assigned, present);
    else after.setVariable(target.prefix.assigned, union(present, after.variable(target.prefix.assigned) ?? unset));
    return after;
  });
}

const unset: Value = [{ kind: "text", pieces: [] }];

function ifDirective(machine: Machine, node: IfDirective, state: State): State[] {
  const after: State[] = [];
  let left: readonly State[] = [state];
  for (const { condition, body } of node.branches) {
    const decisions = left.map((one) => decide(machine, condition, one));
    const taken = decisions.flatMap(({ yes }) => yes.map((one) => one.copy()));
    after.push(...runBlock(machine, body, machine.merge(taken, condition.range.end)));
    left = machine.merge(
      decisions.flatMap(({ no }) => no.map((one) => one.copy())),
      condition.range.end,
    );
  }
  if (node.otherwise === undefined) after.push(...left);
  else after.push(...runBlock(machine, node.otherwise.body, left));
  return after;
}

function define(node: DefineDirective, state: State): State[] {
  if (node.variable === undefined) return [state];
  const after = state.copy();
  after.setVariable(node.variable.name, [{ kind: "block", node }]);
  return [after];
}
