import { below, type InputSymbol } from "../values/input-symbol.js";
import {
  type Alternative,
  integer,
  knownText,
  nullValue,
  someBoolean,
  someCount,
  someInteger,
  symbolValue,
  textOf,
  union,
  unknown,
  type Value,
} from "../values/value.js";
import { elementAt, itemsOf, memberNamed, memberOfMade } from "./elements.js";
import { isTextMethod } from "./java-methods.js";
import type { Machine } from "./machine.js";
import { printedText } from "./printed.js";
import { parameterMap } from "./properties.js";
import type { State } from "./state.js";

/** A method called on one of the things that a value may be. */
export interface Call {
  readonly machine: Machine;
  readonly state: State;
  readonly one: Alternative;
  readonly name: string;
  readonly args: readonly Value[];
}

/** Methods that change what they are called on. */
const changing =
  /^(?:put|putAll|putIfAbsent|add|addAll|set|remove|removeAll|removeIf|retainAll|clear|replace|merge|compute\w*|sort|poll|push|pop)$/;

/** A method of a map, a list, or a view of one. */
export function callCollection(call: Call): Value {
  const { machine, one, name, args } = call;
  if (changing.test(name)) return change(call);
  switch (name) {
    case "size":
      return size(one, machine);
    case "isEmpty":
    case "contains":
    case "containsKey":
    case "containsValue":
    case "containsAll":
    case "equals":
      return someBoolean;
    case "toString":
      return textOf(printedText(machine, call.state, [one]));
    case "indexOf":
    case "lastIndexOf":
    case "hashCode":
      return someInteger;
    case "get":
      return args.length === 1 ? get(call, args[0]!) : nullValue;
    case "getOrDefault":
      return args.length === 2 ? union(get(call, args[0]!), args[1]!) : nullValue;
    case "keySet":
      return isMap(one) ? [{ kind: "view", of: "keys", map: one }] : nullValue;
    case "values":
      return isMap(one) ? [{ kind: "view", of: "values", map: one }] : nullValue;
    case "entrySet":
      return isMap(one) ? [{ kind: "view", of: "entries", map: one }] : nullValue;
    case "getKey":
      return one.kind === "entry" ? one.name : nullValue;
    case "getValue":
      return one.kind === "entry" ? one.member : nullValue;
    default:
      return isTextMethod(name) || name === "count" ? nullValue : unknown;
  }
}

function isMap(one: Alternative): boolean {
  return one.kind === "map" || one.kind === "parameters" || (one.kind === "made" && one.type === "map");
}

function size(one: Alternative, machine: Machine): Value {
  const items = itemsOf(machine, one);
  return items === undefined ? someCount : integer(items.length);
}

function get({ machine, one, state }: Call, key: Value): Value {
  switch (one.kind) {
    case "map":
      return memberNamed(machine, one.symbol, key, state);
    case "parameters": {
      const name = knownText(machine.resolve(key, state));
      return name === undefined ? anyParameterMap(machine, state, key) : parameterMap(name);
    }
    case "made":
      if (one.type === "map") return memberOfMade(machine, one.site, key, state);
      return elementAt(machine, one, key, state);
    case "list":
    case "items":
      return elementAt(machine, one, key, state);
    default:
      return unknown;
  }
}

/** `$allParams.get($type)`: in a loop over the three names it is one of the three maps. */
function anyParameterMap(machine: Machine, state: State, key: Value): Value {
  const names = machine.resolve(key, state).map((one) => knownText([one]) ?? "");
  return union(...names.map((name) => parameterMap(name)));
}

function change({ machine, state, one, name, args }: Call): Value {
  switch (one.kind) {
    case "map":
    case "list":
      return changeInput(machine, one.symbol, args);
    case "parameters":
      for (const root of ["header", "querystring", "path", "parameter"]) machine.change(root);
      return unknown;
    case "made":
      return changeMade(machine, state, one, name, args);
    default:
      return unknown;
  }
}

/** What is put into an input is read back as something unknown; `$context` is told apart by its parts. */
export function changeInput(machine: Machine, symbol: InputSymbol, args: readonly Value[]): Value {
  if (symbol.root === "body" && machine.facts.bodySchema === undefined && args.every(isJsonScalar)) {
    machine.shuffleBody();
    return union(symbolValue(symbol), nullValue, someBoolean);
  }
  machine.change(symbol.root === "context" ? symbol.key : symbol.root);
  if (symbol.root === "header" || symbol.root === "querystring" || symbol.root === "path") machine.change("parameter");
  // A map or list that is put somewhere may be changed through there.
  for (const argument of args) for (const one of argument) if (isContainer(one)) machine.change(one.symbol.root);
  return unknown;
}

/** What a part of the body may be anyway. */
function isJsonScalar(value: Value): boolean {
  return value.every((one) => {
    if (one.kind === "symbol") return one.symbol.root !== "context" && one.symbol.steps.length > 0;
    return one.kind === "text" || one.kind === "number" || one.kind === "boolean" || one.kind === "null";
  });
}

function isContainer(one: Alternative): one is Extract<Alternative, { kind: "map" | "list" }> {
  return one.kind === "map" || one.kind === "list";
}

function changeMade(
  machine: Machine,
  state: State,
  { type, site }: Extract<Alternative, { kind: "made" }>,
  name: string,
  args: readonly Value[],
): Value {
  const before = union(machine.heap.any(site), nullValue);
  const known = type === "map" && name === "put" ? knownText(machine.resolve(args[0] ?? [], state)) : undefined;
  if (known !== undefined) machine.heap.put(site, known, args[1] ?? nullValue);
  else if (/^(?:put|add|set)$/.test(name)) machine.heap.add(site, args.at(-1) ?? nullValue);
  else machine.heap.add(site, unknown);
  return name === "add" && args.length === 1 ? someBoolean : union(before, someBoolean);
}

/** The names, members or entries that a loop over a view meets. */
export function elementOfView(
  machine: Machine,
  { of, map }: Extract<Alternative, { kind: "view" }>,
  loop: string,
  state: State,
): Value {
  switch (map.kind) {
    case "map": {
      const name = below(map.symbol, { kind: "name", loop });
      const member = symbolValue(below(map.symbol, { kind: "named-by", key: name.key }));
      if (machine.isChanged(map.symbol)) return unknown;
      machine.note(name);
      if (of === "keys") return symbolValue(name);
      return of === "values" ? member : [{ kind: "entry", name: symbolValue(name), member }];
    }
    case "made": {
      const { known, others } = machine.heap.names(map.site);
      const name = others ? unknown : union(...known.map((one) => textOf([{ kind: "constant", text: one }])));
      const member = machine.heap.any(map.site);
      return of === "keys" ? name : of === "values" ? member : [{ kind: "entry", name, member }];
    }
    default:
      return machine.resolve(unknown, state);
  }
}
