import { below, type InputSymbol } from "../values/input-symbol.js";
import { memberOf } from "../values/input-types.js";
import {
  type Alternative,
  knownInteger,
  knownText,
  nullValue,
  symbolValue,
  union,
  unknown,
  type Value,
} from "../values/value.js";
import type { Machine } from "./machine.js";
import { parameterMap } from "./properties.js";
import type { State } from "./state.js";

/** `one[index]`; beyond a list's end the rendering fails, so that nothing is printed. */
export function elementAt(machine: Machine, one: Alternative, index: Value, state: State): Value {
  const number = knownInteger(machine.resolve(index, state));
  switch (one.kind) {
    case "symbol":
    case "map":
    case "list":
      if (number !== undefined) return symbolValue(below(one.symbol, { kind: "index", index: number }));
      return memberNamed(machine, one.symbol, index, state);
    case "made":
      if (one.type === "map") return memberOfMade(machine, one.site, index, state);
      return listElement(itemsOf(machine, one), machine.heap.any(one.site), number);
    case "items":
      return listElement(one.items, one.item, number);
    case "text":
    case "number":
    case "boolean":
    case "null":
      return nullValue;
    case "parameters":
      return parameterMap(knownText(index) ?? "");
    default:
      return unknown;
  }
}

/** The elements of a list that stays as the template makes it, one by one. */
export function itemsOf(machine: Machine, one: Alternative): readonly Value[] | undefined {
  if (one.kind === "items") return one.items;
  return one.kind === "made" && one.type === "list" ? machine.heap.items(one.site) : undefined;
}

function listElement(items: readonly Value[] | undefined, any: Value, index: number | undefined): Value {
  if (index === undefined || items === undefined) return any;
  return items.at(index) ?? [];
}

/** `$map.get(name)` or `$map[$name]` of an input. */
export function memberNamed(machine: Machine, symbol: InputSymbol, name: Value, state: State): Value {
  if (machine.isChanged(symbol)) return unknown;
  const [only] = name;
  const known = knownText(machine.resolve(name, state));
  if (known !== undefined) return memberOf(symbol, known);
  if (name.length === 1 && only?.kind === "symbol") {
    return symbolValue(below(symbol, { kind: "named-by", key: only.symbol.key }));
  }
  // Under a name that is put together there may be anything, which the next read need not find again.
  return union(machine.read(below(symbol, { kind: "named-by", key: "~]" }), state));
}

export function memberOfMade(machine: Machine, site: number, name: Value, state: State): Value {
  const known = knownText(machine.resolve(name, state));
  return union(known === undefined ? machine.heap.any(site) : machine.heap.get(site, known), nullValue);
}
