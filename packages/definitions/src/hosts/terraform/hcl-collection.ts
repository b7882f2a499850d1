import type { TextRange } from "../../map/piece.js";
import type { HostEntry, HostList, HostMap, HostNode } from "../../tree/host-node.js";

/** What Terraform's functions of collections make of their arguments; `undefined` where only Terraform knows. */
export function callCollectionFunction(
  name: string,
  args: readonly HostNode[],
  range: TextRange,
): HostNode | undefined {
  const [first, second, third] = args;
  switch (name) {
    case "lookup":
      return lookup(first, second, third);
    case "element":
      return first?.kind === "list" && second?.kind === "scalar" && first.items.length > 0
        ? first.items[Number(second.value) % first.items.length]
        : undefined;
    case "merge":
      return merge(args, range);
    case "zipmap":
      return first?.kind === "list" && second?.kind === "list" ? zipmap(first, second, range) : undefined;
    case "keys":
      return isWhole(first) ? listOf(sorted(first).map(keyNode), range) : undefined;
    case "values":
      return isWhole(first)
        ? listOf(
            sorted(first).map(({ value }) => value),
            range,
          )
        : undefined;
    case "concat":
      return args.every((argument) => argument.kind === "list")
        ? listOf(
            args.flatMap(({ items }) => items),
            range,
          )
        : undefined;
    default:
      return undefined;
  }
}

/** The value at a key that is known; the default of a map that is known not to have it. */
function lookup(map: HostNode | undefined, key: HostNode | undefined, otherwise: HostNode | undefined) {
  const name = key && textValue(key);
  if (map === undefined || name === undefined || key?.kind !== "scalar") return undefined;
  return member(map, name) ?? (isWhole(map) ? otherwise : undefined);
}

/** Later maps win. What is no map here may be one to Terraform. */
function merge(args: readonly HostNode[], range: TextRange): HostMap {
  const entries = args.flatMap((argument) => (argument.kind === "map" ? argument.entries : []));
  const rest = args.flatMap((argument) => (argument.kind === "map" ? (argument.rest ?? []) : [argument]));
  return { ...mapOf(lastOfEachKey(entries), range), ...(rest.length > 0 && { rest }) };
}

function zipmap(keys: HostList, values: HostList, range: TextRange): HostMap | undefined {
  if (keys.items.length !== values.items.length) return undefined;
  const entries: HostEntry[] = [];
  for (const [index, key] of keys.items.entries()) {
    const text = textValue(key);
    const value = values.items[index];
    if (text === undefined || value === undefined) return undefined;
    entries.push({ key: text, keyRange: { start: key.start, end: key.end }, value });
  }
  return mapOf(lastOfEachKey(entries), range);
}

/** The value at `.name`, `["name"]` or `[0]` of a collection. */
export function member(node: HostNode, step: string | number): HostNode | undefined {
  if (typeof step === "number") return node.kind === "list" ? node.items[step] : undefined;
  return node.kind === "map" ? node.entries.findLast(({ key }) => key === step)?.value : undefined;
}

/** The text of a value that a map may have as its key. */
export function textValue(node: HostNode): string | undefined {
  if (node.kind !== "scalar" || node.value === null) return undefined;
  // What `format` fills in is no part of the literal.
  return node.literal?.interpolations.includes("terraform-format") ? undefined : String(node.value);
}

/** Later entries of a key win. */
export function lastOfEachKey(entries: readonly HostEntry[]): HostEntry[] {
  return [...new Map(entries.map((entry) => [entry.key, entry])).values()];
}

export function mapOf(entries: readonly HostEntry[], { start, end }: TextRange): HostMap {
  return { kind: "map", entries, start, end };
}

export function listOf(items: readonly HostNode[], { start, end }: TextRange): HostList {
  return { kind: "list", items, start, end };
}

function isWhole(node: HostNode | undefined): node is HostMap {
  return node?.kind === "map" && node.rest === undefined;
}

/** As Terraform orders a map. */
function sorted({ entries }: HostMap): HostEntry[] {
  return [...entries].sort((one, other) => (one.key < other.key ? -1 : 1));
}

function keyNode({ key, keyRange: { start, end } }: HostEntry): HostNode {
  return { kind: "scalar", value: key, start, end };
}
