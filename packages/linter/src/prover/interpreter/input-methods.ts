import { allChars, base64Chars, charsOf } from "../text/char-set.js";
import { anyJsonType, characters, jsonTypes } from "../text/piece.js";
import { below, type InputSymbol, rootSymbol } from "../values/input-symbol.js";
import {
  type Alternative,
  emptyText,
  knownText,
  nullValue,
  symbolValue,
  textOf,
  union,
  unknown,
  type Value,
} from "../values/value.js";
import { parseJsonPath } from "./json-path.js";
import type { Machine } from "./machine.js";
import type { State } from "./state.js";

/** `$input.body`: `{}` for none. */
export function bodyText(machine: Machine, state: State): Value {
  const symbol = rootSymbol("body");
  machine.read(symbol, state);
  const { body } = machine.facts.assumptions;
  if (body === "any-text") return textOf([characters(allChars, 1, [symbol.key])]);
  if (body === "base64") return textOf([characters(base64Chars | charsOf("{}"), 1, [symbol.key])]);
  return textOf([{ kind: "json", types: anyJsonType, isRequest: true, origins: [symbol.key] }]);
}

/** A method of `$input`. */
export function callInput(machine: Machine, name: string, args: readonly Value[], state: State): Value {
  switch (name) {
    case "path":
      return args.length === 1 ? bodyPart(args[0]!, machine, state) : nullValue;
    case "json":
      return args.length === 1 ? jsonText(machine, bodyPart(args[0]!, machine, state), state) : nullValue;
    case "params":
      return args.length === 0 ? [{ kind: "parameters" }] : parameter(args[0]!, machine, state);
    case "getBody":
      return bodyText(machine, state);
    default:
      return name === "toString" ? emptyText : unknown;
  }
}

function bodyPart(path: Value, machine: Machine, state: State): Value {
  const known = knownText(machine.resolve(path, state));
  const root = rootSymbol("body");
  if (known === undefined) return symbolValue(below(root, { kind: "json-path", path: "~]" }));
  const steps = parseJsonPath(known);
  if (steps === undefined) return symbolValue(below(root, { kind: "json-path", path: known }));
  return symbolValue(steps.reduce<InputSymbol>(below, root));
}

function parameter(name: Value, machine: Machine, state: State): Value {
  const known = knownText(machine.resolve(name, state));
  const root = rootSymbol("parameter");
  const [only] = name;
  if (known !== undefined) return symbolValue(below(root, { kind: "member", name: known }));
  const key = name.length === 1 && only?.kind === "symbol" ? only.symbol.key : "~]";
  return symbolValue(below(root, { kind: "named-by", key }));
}

/** The JSON of a part of the body: `""` for none. */
function jsonText(machine: Machine, part: Value, state: State): Value {
  const types = machine.resolve(part, state).reduce((bits, one) => bits | jsonTypeOf(one), 0);
  const origins = part.flatMap((one) => (one.kind === "symbol" ? [one.symbol.key] : []));
  return textOf([{ kind: "json", types, origins }]);
}

function jsonTypeOf(one: Alternative): number {
  switch (one.kind) {
    case "text":
      return jsonTypes.string;
    case "number":
      return jsonTypes.number;
    case "boolean":
      return jsonTypes.boolean;
    case "map":
      return jsonTypes.object;
    case "list":
      return jsonTypes.array;
    default:
      return anyJsonType;
  }
}

/** `$util.parseJson`: the JSON of a part of the body is that part again; any other text may hold anything. */
export function parseJson(machine: Machine, argument: Value, state: State): Value {
  return union(
    ...argument.map((one): Value => {
      if (one.kind === "symbol") return symbolValue(below(one.symbol, { kind: "parsed" }));
      if (one.kind !== "text") return emptyText;
      const [only] = one.pieces;
      if (one.pieces.length === 1 && only?.kind === "json" && only.origins.length === 1) {
        const symbol = machine.notes.symbol(only.origins[0]!);
        if (symbol) return symbolValue(symbol);
      }
      if (one.pieces.length === 1 && only?.kind === "characters" && only.origins.length === 1) {
        const symbol = machine.notes.symbol(only.origins[0]!);
        if (symbol) return symbolValue(below(symbol, { kind: "parsed" }));
      }
      return machine.resolve(unknown, state);
    }),
  );
}
