import { mapPut, newMap } from "../collections/map.js";
import { isNumber, toInt } from "../number/index.js";
import { ArrayList, type JavaList, type JavaMap, type Value } from "../value.js";
import { work } from "../work.js";
import type { RenderState } from "./render-state.js";

/** An array, since a call has no more than 65,535 arguments. */
export function listOf(items: readonly Value[]): JavaList {
  work(items.length);
  const list = new ArrayList();
  for (const item of items) list.push(item);
  return list;
}

/** Keys and values in turn. */
export function mapOf(entries: readonly Value[]): JavaMap {
  work(entries.length);
  const map = newMap();
  for (let i = 0; i < entries.length; i += 2) mapPut(map, entries[i]!, entries[i + 1]!);
  return map;
}

/** `[from..to]`, upwards or downwards; null when an end is not a number, as `ASTIntegerRange` has it. */
export function rangeOf(state: RenderState, from: Value, to: Value): Value {
  if (!isNumber(from) || !isNumber(to)) return null;
  const first = toInt(from);
  const last = toInt(to);
  state.spend(Math.abs(last - first));
  const list = new ArrayList();
  if (first <= last) for (let i = first; i <= last; i++) list.push(i);
  else for (let i = first; i >= last; i--) list.push(i);
  return list;
}
