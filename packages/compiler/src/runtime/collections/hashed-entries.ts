import type { Value } from "../value.js";
import { ContentKey, ContentKeys } from "./content-keys.js";

/** Keys that already compare in JS like the Java values they stand for: Integer 1 is `1`, Long 1 is `1n`, String is `"1"`. */
export type PrimitiveKey = string | number | bigint | boolean | null;

export function isPrimitiveKey(key: Value): key is PrimitiveKey {
  return typeof key !== "object" || key === null;
}

/** Entries in insertion order, keyed as `java.util.HashMap` does (`equals` and `hashCode`). */
export class HashedEntries extends Map<PrimitiveKey | ContentKey, Value> {
  /** There from the first key that is no primitive. */
  #contentKeys: ContentKeys | undefined;

  /** What an equal key is stored as, if there is one; a primitive is always itself. */
  storedKey(key: Value): PrimitiveKey | ContentKey | undefined {
    return isPrimitiveKey(key) ? key : this.#contentKeys?.find(key);
  }

  setContent(key: Value, value: Value): void {
    this.#contentKeys ??= new ContentKeys();
    this.set(this.#contentKeys.find(key) ?? this.#contentKeys.add(key), value);
  }

  /** Of an entry that there is. */
  remove(key: Value): void {
    const stored = this.storedKey(key)!;
    this.delete(stored);
    if (stored instanceof ContentKey) this.#contentKeys?.delete(stored);
  }

  removeAll(): void {
    this.clear();
    this.#contentKeys = undefined;
  }
}

/** What Java sees as the key. */
export function javaKey(key: PrimitiveKey | ContentKey): Value {
  return key instanceof ContentKey ? key.value : key;
}
