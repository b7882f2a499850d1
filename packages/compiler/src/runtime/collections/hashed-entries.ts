import { javaEquals } from "../object/equals.js";
import { javaHashCode } from "../object/hash-code.js";
import type { Value } from "../value.js";

/** A key that JS would compare by identity and Java compares by content: a list, a map, a BigInteger, … */
class ContentKey {
  readonly value: Value;
  /** Hash at the time of insertion: a key that is changed later is lost, in Java as here. */
  readonly hash: number;
  constructor(value: Value, hash: number) {
    this.value = value;
    this.hash = hash;
  }
}

type Primitive = string | number | bigint | boolean | null;
type EntryKey = Primitive | ContentKey;

/**
 * Entries in insertion order, keyed as `java.util.HashMap` does (`equals` and `hashCode`).
 *
 * JS primitives already compare like the Java values they stand for (Integer 1 is `1`, Long 1 is `1n`, String is `"1"`).
 */
export class HashedEntries {
  readonly #entries = new Map<EntryKey, Value>();
  readonly #contentKeys = new Map<number, ContentKey[]>();

  get(key: Value): Value | undefined {
    const found = this.#find(key);
    return found === undefined ? undefined : this.#entries.get(found);
  }

  set(key: Value, value: Value): void {
    const found = this.#find(key);
    this.#entries.set(found === undefined ? this.#addContentKey(key) : found, value);
  }

  delete(key: Value): void {
    const found = this.#find(key);
    if (found === undefined) return;
    this.#entries.delete(found);
    if (!(found instanceof ContentKey)) return;
    const bucket = (this.#contentKeys.get(found.hash) ?? []).filter((other) => other !== found);
    if (bucket.length > 0) this.#contentKeys.set(found.hash, bucket);
    else this.#contentKeys.delete(found.hash);
  }

  clear(): void {
    this.#entries.clear();
    this.#contentKeys.clear();
  }

  keys(): Value[] {
    return Array.from(this.#entries.keys(), keyValue);
  }

  values(): Value[] {
    return [...this.#entries.values()];
  }

  entries(): [Value, Value][] {
    return Array.from(this.#entries, ([key, value]) => [keyValue(key), value]);
  }

  /** The key under which an equal key is stored; a primitive is its own. */
  #find(key: Value): EntryKey | undefined {
    if (typeof key !== "object" || key === null) return key;
    return this.#contentKeys.get(javaHashCode(key))?.find((other) => javaEquals(key, other.value));
  }

  #addContentKey(key: Value): ContentKey {
    const added = new ContentKey(key, javaHashCode(key));
    const bucket = this.#contentKeys.get(added.hash);
    if (bucket === undefined) this.#contentKeys.set(added.hash, [added]);
    else bucket.push(added);
    return added;
  }
}

function keyValue(key: EntryKey): Value {
  return key instanceof ContentKey ? key.value : key;
}
