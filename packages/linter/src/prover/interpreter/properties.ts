import { rootSymbol } from "../values/input-symbol.js";
import { memberOf } from "../values/input-types.js";
import {
  type Alternative,
  boolean,
  nullValue,
  someBoolean,
  symbolValue,
  union,
  unknown,
  type Value,
} from "../values/value.js";
import { bodyText } from "./input-methods.js";
import type { Machine } from "./machine.js";
import type { State } from "./state.js";

/** Properties that come from Java's getters and not from a map's members. */
const getters = new Set(["class", "empty", "bytes", "blank", "declaringClass"]);

/** `.name` of one alternative. */
export function readProperty(machine: Machine, one: Alternative, name: string, state: State): Value {
  switch (one.kind) {
    case "symbol":
      return readMember(machine, one, name);
    case "map":
    case "list":
      return readMember(machine, { kind: "symbol", symbol: one.symbol }, name);
    case "parameters":
      return parameterMap(name);
    case "made":
      if (name === "class" || name === "empty") return unknown;
      return one.type === "map" ? union(machine.heap.get(one.site, name), nullValue) : nullValue;
    case "entry":
      return name === "key" ? one.name : name === "value" ? one.member : unknown;
    case "root":
      return rootProperty(machine, one, name, state);
    case "text":
    case "items":
    case "view":
      if (name === "empty") return someBoolean;
      return getters.has(name) ? unknown : nullValue;
    case "number":
    case "boolean":
    case "null":
      return name === "class" ? unknown : nullValue;
    default:
      return unknown;
  }
}

function readMember(machine: Machine, { symbol }: Extract<Alternative, { kind: "symbol" }>, name: string): Value {
  if (name === "class") return unknown;
  if (name === "empty" && symbol.root !== "context") return union(someBoolean, memberOf(symbol, name));
  // A text or a list has these; in a map they are members.
  if (getters.has(name)) return symbol.root === "context" ? memberOf(symbol, name) : unknown;
  return machine.isChanged(symbol) ? unknown : memberOf(symbol, name);
}

/** `$input.params().header`: one of the three maps. */
export function parameterMap(name: string): Value {
  return name === "header" || name === "querystring" || name === "path" ? symbolValue(rootSymbol(name)) : nullValue;
}

function rootProperty(
  machine: Machine,
  root: Extract<Alternative, { kind: "root" }>,
  name: string,
  state: State,
): Value {
  switch (root.name) {
    case "input":
      return name === "body" ? bodyText(machine, state) : name === "class" ? unknown : nullValue;
    case "method":
      return name === "request" ? [{ kind: "root", name: "request" }] : nullValue;
    case "request":
      if (name === "body") return bodyText(machine, state);
      if (name.startsWith("multivalue")) return unknown;
      return parameterMap(name);
    case "foreach":
      return loopProperty(root.depth ?? 0, name, state);
    default:
      return name === "class" ? unknown : nullValue;
  }
}

/** `$foreach.hasNext` and its like; `hasNext()` is the same. */
export function loopProperty(depth: number, name: string, state: State): Value {
  const round = state.loops[depth];
  if (round === undefined) return unknown;
  switch (name) {
    case "index":
      return round.index;
    case "count":
      return round.count;
    case "hasNext":
      return round.hasNext === undefined ? someBoolean : boolean(round.hasNext);
    case "last":
      return round.hasNext === undefined ? someBoolean : boolean(!round.hasNext);
    case "first": {
      const [index] = round.index;
      return index?.kind === "number" ? boolean(index.max === 0) : unknown;
    }
    case "parent":
      return depth === 0 ? nullValue : [{ kind: "root", name: "foreach", depth: depth - 1 }];
    case "topmost":
      return [{ kind: "root", name: "foreach", depth: 0 }];
    default:
      return name === "class" ? unknown : nullValue;
  }
}
