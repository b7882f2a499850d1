import type {
  Block,
  DefineDirective,
  Expression,
  IfDirective,
  Reference,
  SetDirective,
  Statement,
} from "@apigw-vtl/compiler";
import { summarize } from "../../projections/summarize.js";
import { keptIn } from "../../remembered.js";
import { type OutputPosition, type Refusal, type Sink, type Writing, writeAll } from "../sinks/sink.js";
import { TextSink } from "../sinks/text-sink.js";
import { constant, type Piece, type Pieces, widestTexts, withSite } from "../text/piece.js";
import { boolean, union, type Value } from "../values/value.js";
import { assign } from "./assignments.js";
import { decide } from "./conditions.js";
import { evaluate } from "./expressions.js";
import { foreach } from "./foreach.js";
import type { Machine } from "./machine.js";
import { printedTexts } from "./printed.js";
import type { State } from "./state.js";
import { textPieces } from "./text-pieces.js";

type Printing = Extract<Statement, { readonly printed: string }> | Reference;

/** The states after a block that `states` come to; those that have left by `#break` or `#stop` go through. */
export function runBlock(machine: Machine, block: Block, states: readonly State[]): State[] {
  machine.enter(block.range);
  const after = runStatements(machine, block, states);
  machine.leave();
  return after;
}

function runStatements(machine: Machine, block: Block, states: readonly State[]): State[] {
  let current = states;
  for (const statement of block.statements) {
    const run = (state: State) => (state.exit === undefined ? runStatement(machine, statement, state) : [state]);
    const [only] = current;
    const after = only !== undefined && current.length === 1 ? run(only) : current.flatMap(run);
    current = machine.merge(after, statement.range.end);
  }
  return [...current];
}

function runStatement(machine: Machine, node: Statement, state: State): State[] {
  machine.step(node.range);
  switch (node.type) {
    case "Text":
      return printText(machine, node, state);
    case "Literal":
    case "Comment":
    case "MacroCall":
      return node.printed === "" ? [state] : printText(machine, node, state);
    case "Reference":
      return printReference(machine, node, state);
    case "Set":
      return set(machine, node, state);
    case "If":
      return ifDirective(machine, node, state);
    case "Foreach":
      return foreach(machine, node, state);
    case "Define":
      return define(machine, node, state);
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
      machine.doubt(`#${node.type.toLowerCase()} is not followed`, node.range);
      return [state.copy({ sink: state.sink.doubted() })];
  }
}

function printText(machine: Machine, node: Exclude<Printing, Reference>, state: State): State[] {
  const { range } = node;
  const { sink, refusals } = keptIn(machine.written(state.sink), node, () => {
    const refused: Refusal[] = [];
    const pieces = node.type === "Text" ? textPieces(node, machine.holes) : [constant(node.printed)];
    const isAsWritten = node.printed.length === range.end - range.start;
    const after = writeAll(state.sink, pieces, {
      refused: (refusal) => refused.push(refusal),
      placeOf: (offset) => (isAsWritten ? { start: range.start + offset, end: range.start + offset + 1 } : range),
    });
    return { sink: after, refusals: refused };
  });
  for (const refusal of refusals) machine.report(range, refusal, state);
  return sink === undefined ? [] : [state.copy({ sink })];
}

/** Where the output stands after each of the texts. */
function print(machine: Machine, node: Reference, texts: readonly Pieces[], state: State, writing?: Writing): State[] {
  const { range } = node;
  const listeners = {
    refused: (refusal: Refusal) => machine.report(range, refusal, state),
    placeOf: () => range,
    ...(writing && { writing }),
  };
  const sinks = new Set<Sink>();
  for (const pieces of texts) {
    const sink = writeAll(state.sink, pieces, listeners);
    if (sink) sinks.add(sink);
  }
  return Array.from(sinks, (sink) => state.copy({ sink }));
}

function printReference(machine: Machine, node: Reference, state: State): State[] {
  const { escaped, escapes, more, literal, runt } = node.prefix;
  const hole = machine.holeAt(node.range.start);
  if (hole) return print(machine, node, [[{ kind: "host", ...hole }]], state);
  if (runt) return print(machine, node, [[constant(node.formal ? "{" : node.name)]], state);
  const value = evaluate(machine, node, state);
  if (escaped) return print(machine, node, [[constant(escapes + literal)]], state);
  const before = escapes + more === "" ? [] : [constant(escapes + more)];
  const isBlock = value.some(({ kind }) => kind === "block");
  const blocks = value.flatMap((one) =>
    one.kind === "block" ? printBlock(machine, one.node, node, before, state) : [],
  );
  const texts = printedTexts(machine, state, isBlock ? value.filter(({ kind }) => kind !== "block") : value);
  // What is gathered is some text or other; a document has places where one of them may stand and another not.
  if (state.sink instanceof TextSink) {
    const gathered = widestTexts(texts).map((text) => withSite(text, node));
    return [...blocks, ...print(machine, node, behind(before, gathered), state)];
  }
  const observe = (piece: Piece, { position }: Sink) => observePrinted(machine, node, value, state, piece, position);
  return [...blocks, ...print(machine, node, behind(before, texts), state, observe)];
}

function behind(before: Pieces, texts: readonly Pieces[]): readonly Pieces[] {
  return before.length === 0 ? texts : texts.map((text) => [...before, ...text]);
}

/** A text that the template puts together prints each of its values; any other text is the printed reference's. */
function observePrinted(
  machine: Machine,
  node: Reference,
  value: Value,
  state: State,
  piece: Piece,
  position: OutputPosition,
): void {
  if (piece.kind === "constant" || piece.kind === "host") return;
  const { observations } = machine;
  const { site } = piece;
  const ofSite = site && observations.soFar(site);
  if (ofSite) observations.print({ reference: site, value: ofSite, position, via: node });
  else observations.print({ reference: node, value: summarize(machine, value, state), position, via: undefined });
}

/** `$d` after `#define($d)`. `$d()` prints the block and `()`, which is text of its own. */
function printBlock(machine: Machine, block: DefineDirective, node: Reference, before: Pieces, state: State): State[] {
  return machine.printBlock(
    block,
    () => print(machine, node, [before], state).flatMap((one) => runBlock(machine, block.body, [one])),
    () => [state.copy({ sink: state.sink.doubted() })],
  );
}

function set(machine: Machine, node: SetDirective, state: State): State[] {
  const { target, value } = node;
  if (target.type !== "Reference") {
    machine.doubt("#set of something that is no reference", node.range);
    return [state];
  }
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
  const look = (condition: Expression | undefined, body: Block) =>
    machine.imagine(() => {
      if (condition) decide(machine, condition, state.copy());
      runBlock(machine, body, [state.copy()]);
    });
  for (const { condition, body } of node.branches) {
    if (left.length === 0) {
      look(condition, body);
      continue;
    }
    const decisions = left.map((one) => decide(machine, condition, one));
    const taken = decisions.flatMap(({ yes }) => yes.map((one) => one.copy()));
    if (taken.length === 0) look(undefined, body);
    else after.push(...runBlock(machine, body, machine.merge(taken, condition.range.end)));
    left = machine.merge(
      decisions.flatMap(({ no }) => no.map((one) => one.copy())),
      condition.range.end,
    );
  }
  if (node.otherwise === undefined) after.push(...left);
  else if (left.length === 0) look(undefined, node.otherwise.body);
  else after.push(...runBlock(machine, node.otherwise.body, left));
  return after;
}

function define(machine: Machine, node: DefineDirective, state: State): State[] {
  if (node.variable === undefined) return [state];
  if (machine.uses.ofVariable(node.variable.name) <= node.range.end) {
    machine.imagine(() => runBlock(machine, node.body, [state.copy()]));
  }
  const after = state.copy();
  after.setVariable(node.variable.name, [{ kind: "block", node }]);
  return [after];
}
