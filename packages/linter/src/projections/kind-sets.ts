import type { Kind } from "./summary.js";

/**
 * Sets of kinds. A template has tens of thousands of values and there are few sets, so each set is there once, and
 * two sets are equal only if they are the same object.
 */
const kinds: readonly Kind[] = ["empty", "string", "number", "boolean", "map", "list", "range", "object"];
const bitOf = new Map(kinds.map((kind, index) => [kind, 1 << index]));
const setsByBits = new Map<number, ReadonlySet<Kind>>();
const bitsBySet = new WeakMap<ReadonlySet<Kind>, number>();

export function kindSet(members: Iterable<Kind>): ReadonlySet<Kind> {
  return setOf(bitsOf(members));
}

export function joinKinds(a: ReadonlySet<Kind>, b: ReadonlySet<Kind>): ReadonlySet<Kind> {
  return a === b ? a : setOf(bitsOf(a) | bitsOf(b));
}

function bitsOf(members: Iterable<Kind>): number {
  const known = bitsBySet.get(members as ReadonlySet<Kind>);
  if (known !== undefined) return known;
  let bits = 0;
  for (const kind of members) bits |= bitOf.get(kind)!;
  return bits;
}

function setOf(bits: number): ReadonlySet<Kind> {
  let set = setsByBits.get(bits);
  if (set === undefined) {
    set = new Set(kinds.filter((kind) => (bits & bitOf.get(kind)!) !== 0));
    setsByBits.set(bits, set);
    bitsBySet.set(set, bits);
  }
  return set;
}
