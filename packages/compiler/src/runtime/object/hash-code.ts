import { JavaCollection } from "../collections/collection.js";
import { mapEntries } from "../collections/map.js";
import { doubleToLongBits } from "../number/double-bits.js";
import { isList, JavaArray, JavaObject, type Value } from "../value.js";
import { work } from "../work.js";
import { identityHash } from "./identity-hash.js";
import { enterNested, leaveNested } from "./nesting.js";

/** Java's `Objects.hashCode`: a signed 32-bit integer, 0 for null. */
export function javaHashCode(value: Value): number {
  switch (typeof value) {
    case "string":
      return stringHash(value);
    case "number":
      return numberHash(value);
    case "boolean":
      return value ? 1231 : 1237;
    case "bigint":
      return longHash(value);
  }
  if (value === null) return 0;
  if (value instanceof JavaArray) return identityHash(value);
  enterNested();
  try {
    if (isList(value)) return listHash(value);
    if (!(value instanceof JavaObject)) return mapHash(mapEntries(value));
    if (value instanceof JavaCollection) return collectionHash(value);
    return value.hashCode();
  } finally {
    leaveNested();
  }
}

/** `Map.Entry.hashCode`; a map's hash is the sum of its entries'. */
export function entryHash(key: Value, value: Value): number {
  return javaHashCode(key) ^ javaHashCode(value);
}

function collectionHash(collection: JavaCollection): number {
  if (collection.kind === "list") return listHash(collection.items());
  if (collection.kind === "other") return collection.hashCode();
  let hash = 0;
  for (const item of collection.items()) hash = (hash + javaHashCode(item)) | 0;
  return hash;
}

function listHash(items: readonly Value[]): number {
  work(items.length);
  let hash = 1;
  for (const item of items) hash = (Math.imul(31, hash) + javaHashCode(item)) | 0;
  return hash;
}

function mapHash(entries: Iterable<[Value, Value]>): number {
  let hash = 0;
  for (const [key, value] of entries) hash = (hash + entryHash(key, value)) | 0;
  return hash;
}

function stringHash(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(31, hash) + text.charCodeAt(i)) | 0;
  return hash;
}

function numberHash(value: number): number {
  if (!Number.isInteger(value)) return doubleHash(value);
  return (value | 0) === value ? value : longHash(BigInt(value));
}

function longHash(value: bigint): number {
  return Number(BigInt.asIntN(32, value ^ (value >> 32n)));
}

/** `Double.hashCode`: the two halves of the IEEE bits, xor-ed. */
export function doubleHash(value: number): number {
  return longHash(doubleToLongBits(value));
}
