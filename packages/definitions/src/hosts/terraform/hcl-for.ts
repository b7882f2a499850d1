import type { HostEntry, HostNode } from "../../tree/host-node.js";
import { lastOfEachKey, listOf, mapOf, textValue } from "./hcl-collection.js";
import type { HclNode } from "./hcl-node.js";

/** What a `for` expression calls its items, by name. */
export type BoundNames = ReadonlyMap<string, HostNode>;

/** Reads an expression with names bound to values. */
export type ReadBound = (expression: HclNode, bound: BoundNames) => HostNode;

/**
 * What a `for` expression makes of a collection that the file tells. `undefined` where it does not, for a condition
 * (`if`) and for groups (`...`): these are known only to Terraform.
 */
export function readFor(node: HclNode, read: ReadBound): HostNode | undefined {
  const [form] = node.children;
  const parts = form?.children.filter(({ type }) => !/_(?:start|end)$/.test(type)) ?? [];
  const [intro, ...results] = parts;
  if (intro === undefined || results.some(({ type }) => type !== "expression")) return undefined;
  const introParts = intro.children;
  const collection = introParts.at(-1);
  const names = introParts.slice(0, -1).map(({ text }) => text);
  const items = collection && itemsOf(read(collection, new Map()));
  const [first, second] = results;
  if (items === undefined || first === undefined) return undefined;
  const bindings = items.map(([key, value]) => boundNames(names, key, value));
  if (form?.type === "for_tuple_expr") {
    return listOf(
      bindings.map((bound) => read(first, bound)),
      node.range,
    );
  }
  const entries: HostEntry[] = [];
  for (const bound of bindings) {
    const key = textValue(read(first, bound));
    if (key === undefined || second === undefined) return undefined;
    entries.push({ key, keyRange: first.range, value: read(second, bound) });
  }
  return mapOf(lastOfEachKey(entries), node.range);
}

function boundNames([first, second]: readonly string[], key: HostNode, value: HostNode): BoundNames {
  if (first === undefined) return new Map();
  return second === undefined
    ? new Map([[first, value]])
    : new Map([
        [first, key],
        [second, value],
      ]);
}

/** Keys or indices with values. */
function itemsOf(node: HostNode): (readonly [key: HostNode, value: HostNode])[] | undefined {
  const { start, end } = node;
  if (node.kind === "list") {
    return node.items.map((item, index) => [{ kind: "scalar", value: index, start, end }, item]);
  }
  if (node.kind !== "map" || node.rest !== undefined) return undefined;
  return node.entries.map(({ key, keyRange, value }) => [
    { kind: "scalar", value: key, start: keyRange.start, end: keyRange.end },
    value,
  ]);
}
