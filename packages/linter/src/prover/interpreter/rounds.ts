import { below, type InputSymbol, rootSymbol } from "../values/input-symbol.js";
import { type Alternative, symbolValue, text, union, unknown, type Value } from "../values/value.js";
import { elementOfView } from "./collection-methods.js";
import { itemsOf } from "./elements.js";
import type { Machine } from "./machine.js";
import type { State } from "./state.js";

/** What a `#foreach` goes through. */
export interface Rounds {
  /** Whether there may be no round. */
  readonly none: boolean;
  /** Each round's element, if they are known one by one. */
  readonly items: readonly Value[] | undefined;
  /** What every round's element may be; `undefined` if there is never a round. */
  readonly item: Value | undefined;
}

const LONGEST_UNROLLED = 64;

const parameterMaps = ["path", "querystring", "header"] as const;

/** The rounds of a loop over a value; texts, numbers and booleans have none. */
export function roundsOf(machine: Machine, value: Value, loop: string, state: State): Rounds {
  const resolved = machine.resolve(value, state);
  const [only] = resolved;
  const items = resolved.length === 1 && only ? knownItems(machine, only) : undefined;
  if (items !== undefined)
    return { none: items.length === 0, items, item: items.length === 0 ? undefined : union(...items) };
  const elements = resolved.map((one) => elementOf(machine, one, loop, state));
  return {
    none: resolved.length === 0 || resolved.some((one, i) => elements[i] === undefined || mayBeEmpty(one)),
    items: undefined,
    item: elements.some((element) => element !== undefined)
      ? union(...elements.map((element) => element ?? []))
      : undefined,
  };
}

/** The order of `$input.params()`'s keys is not documented, that there are three of them is. */
function knownItems(machine: Machine, one: Alternative): readonly Value[] | undefined {
  if (one.kind === "view" && one.map.kind === "parameters") {
    if (one.of === "keys") return parameterMaps.map((name) => text(name));
    const maps = parameterMaps.map((name) => symbolValue(rootSymbol(name)));
    if (one.of === "values") return maps;
    return parameterMaps.map((name, i): Value => [{ kind: "entry", name: text(name), member: maps[i]! }]);
  }
  if (one.kind === "parameters") return parameterMaps.map((name) => symbolValue(rootSymbol(name)));
  const items = itemsOf(machine, one);
  return items !== undefined && items.length <= LONGEST_UNROLLED ? items : undefined;
}

function elementOf(machine: Machine, one: Alternative, loop: string, state: State): Value | undefined {
  switch (one.kind) {
    case "map":
    case "list":
      if (one.empty === true) return undefined;
      return machine.isChanged(one.symbol) ? unknown : elementOfInput(machine, one.symbol, loop);
    case "view":
      if (one.map.kind === "map" && one.map.empty === true) return undefined;
      return elementOfView(machine, one, loop, state);
    case "made":
      return machine.heap.any(one.site);
    case "items":
      return one.item;
    case "unknown":
    case "root":
    case "block":
      return unknown;
    default:
      return undefined;
  }
}

function elementOfInput(machine: Machine, symbol: InputSymbol, loop: string): Value {
  const element = below(symbol, { kind: "element", loop });
  machine.note(element);
  return symbolValue(element);
}

function mayBeEmpty(one: Alternative): boolean {
  if (one.kind === "map" || one.kind === "list") {
    // There is always something in these.
    const isIdentity = one.symbol.root === "context" && one.symbol.key === 'context."identity"';
    return one.empty !== false && !isIdentity && one.symbol.key !== "context";
  }
  if (one.kind === "view") return mayBeEmpty(one.map);
  return !(one.kind === "items" && one.empty === false);
}
