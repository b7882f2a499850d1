import type {
  BinaryExpression,
  Expression,
  InterpolatedTemplate,
  ListLiteral,
  MapLiteral,
  RangeLiteral,
  Reference,
} from "@apigw-vtl/compiler";
import { remembered } from "../../remembered.js";
import { charsOf } from "../text/char-set.js";
import { characters, concatenate, constant, type Pieces } from "../text/piece.js";
import {
  boolean,
  emptyText,
  integer,
  knownInteger,
  knownText,
  nullValue,
  someBoolean,
  someInteger,
  text,
  textOf,
  union,
  unionOf,
  unknown,
  type Value,
} from "../values/value.js";
import { calculate } from "./arithmetic.js";
import type { Machine } from "./machine.js";
import { printedText } from "./printed.js";
import { readSteps } from "./references.js";
import { renderTexts } from "./render-texts.js";
import type { State } from "./state.js";

/** What an expression may be; references without a value are the empty text, as in the service. */
export function evaluate(machine: Machine, node: Expression, state: State): Value {
  machine.step(node.range);
  machine.enter(node.range);
  const value = evaluateNode(machine, node, state);
  machine.leave();
  if (node.type !== "Reference") machine.observations.value(machine, node, value, state);
  return value;
}

function evaluateNode(machine: Machine, node: Expression, state: State): Value {
  switch (node.type) {
    case "Reference":
      if (node.prefix.runt || node.prefix.notComputable) return nullValue;
      return orEmpty(machine, readAndObserve(machine, node, state));
    case "StringLiteral":
      return node.template ? interpolate(machine, node.template, state) : text(node.value);
    case "IntegerLiteral": {
      const value = Number(node.text);
      return Number.isSafeInteger(value) ? integer(value) : someInteger;
    }
    case "FloatLiteral":
      return [{ kind: "number", integer: false, min: Number(node.text), max: Number(node.text) }];
    case "BooleanLiteral":
      return boolean(node.value);
    case "ListLiteral":
      return list(machine, node, state);
    case "MapLiteral":
      return map(machine, node, state);
    case "RangeLiteral":
      return range(machine, node, state);
    case "ParenthesizedExpression":
      return evaluate(machine, node.expression, state);
    case "NotExpression":
      evaluate(machine, node.operand, state);
      return someBoolean;
    case "BinaryExpression":
      return binary(machine, node, state);
    case "ErrorExpression":
      return unknown;
    default:
      return nullValue;
  }
}

function readAndObserve(machine: Machine, node: Reference, state: State): Value {
  const values = readSteps(machine, node, state, evaluate);
  machine.observations.steps(machine, node, values, state);
  return values.at(-1)!;
}

/** A part of a reference as the value of an expression, in which null is the empty text. */
function orEmpty(machine: Machine, value: Value): Value {
  for (const one of value) if (one.kind === "symbol") machine.note(one.symbol);
  return value.some(({ kind }) => kind === "null" || kind === "symbol") ? withoutNull(value) : value;
}

const withoutNull = remembered((value: Value) =>
  unionOf(value, (one): Value => {
    if (one.kind === "symbol") return [{ ...one, orEmpty: true }];
    return one.kind === "null" ? emptyText : [one];
  }),
);

function binary(machine: Machine, node: BinaryExpression, state: State): Value {
  const left = evaluate(machine, node.left, state);
  const right = evaluate(machine, node.right, state);
  switch (node.operator) {
    case "+":
    case "-":
    case "*":
    case "/":
    case "%":
      return calculate(
        node.operator,
        machine.resolveWithNull(left, state),
        machine.resolveWithNull(right, state),
        (one, isRight) => {
          // Beside a text, null counts as the source of the operand, or a part of it.
          const { start, end } = isRight ? node.right.range : node.left.range;
          if (one.kind === "null") return [characters(charsOf(machine.source.slice(start, end)), 0)];
          return printedText(machine, state, [one]);
        },
      );
    default:
      return someBoolean;
  }
}

function list(machine: Machine, node: ListLiteral, state: State): Value {
  const site = node.range.start;
  machine.heap.make(
    site,
    node.items.map((item) => evaluate(machine, item, state)),
  );
  return [{ kind: "made", type: "list", site }];
}

function map(machine: Machine, node: MapLiteral, state: State): Value {
  const site = node.range.start;
  machine.heap.make(site, undefined);
  for (const { key, value } of node.entries) {
    const name = knownText(evaluate(machine, key, state));
    const member = evaluate(machine, value, state);
    if (name === undefined) machine.heap.add(site, member);
    else machine.heap.put(site, name, member);
  }
  return [{ kind: "made", type: "map", site }];
}

const LONGEST_RANGE = 64;

function range(machine: Machine, node: RangeLiteral, state: State): Value {
  const from = knownInteger(machine.resolve(evaluate(machine, node.from, state), state));
  const to = knownInteger(machine.resolve(evaluate(machine, node.to, state), state));
  if (from === undefined || to === undefined || Math.abs(to - from) >= LONGEST_RANGE) {
    // An end that is no number makes it null, which has no rounds.
    return [{ kind: "items", item: someInteger, items: undefined, empty: undefined }];
  }
  const step = to >= from ? 1 : -1;
  const items = Array.from({ length: Math.abs(to - from) + 1 }, (_, i) => integer(from + i * step));
  return [{ kind: "items", item: union(...items), items, empty: false }];
}

/** The texts that a double-quoted string may be. */
function interpolate(machine: Machine, template: InterpolatedTemplate, state: State): Value {
  const texts = renderTexts(machine, template.body, state);
  return union(...texts.map((text) => textOf(template.dropsLastCharacter ? withoutLast(text) : text)));
}

/** The blank that Velocity adds to the text of a string is cut off again. */
function withoutLast(pieces: Pieces): Pieces {
  const last = pieces.at(-1);
  if (last?.kind === "constant") return concatenate(pieces.slice(0, -1), [constant(last.text.slice(0, -1))]);
  // Blurred: the blank is one of its characters. Cut off or not, the text is over the same set.
  if (last?.kind === "characters") return [...pieces.slice(0, -1), { ...last, min: 0 }];
  return pieces;
}
