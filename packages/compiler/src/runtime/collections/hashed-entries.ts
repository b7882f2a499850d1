import type { Value } from "../value.js";
import { ContentKey, ContentKeys } from "./content-keys.js";

/** Keys that already compare in JS like the Java values they stand for: Integer 1 is `1`, Long 1 is `1n`, String is `"1"`. */
export type PrimitiveKey = string | number | bigint | boolean | null;

export function isPrimitiveKey(key: Value): key is PrimitiveKey {
  return typeof key !== "object" || key === null;
}

/** Entries in insertion order, keyed as `java.util.HashMap` does (`equals` and `hashCode`). */
export class HashedEntries {
  readonly #entries = new Map<PrimitiveKey | ContentKey, Value>();
  /** There from the first key that is no primitive. */
  #contentKeys: ContentKeys | undefined;

  get(key: Value): Value | undefined {
    const found = this.#find(key);
    return found === undefined ? undefined : this.#entries.get(found);
  }

  set(key: PrimitiveKey, value: Value): void {
    this.#entries.set(key, value);
  }

  setContent(key: Value, value: Value): void {
    this.#contentKeys ??= new ContentKeys();
    this.#entries.set(this.#contentKeys.find(key) ?? this.#contentKeys.add(key), value);
  }

  delete(key: Value): void {
    const found = this.#find(key);
    if (found === undefined) return;
    this.#entries.delete(found);
    if (found instanceof ContentKey) this.#contentKeys?.delete(found);
  }

  clear(): void {
    this.#entries.clear();
    this.#contentKeys = undefined;
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

  /** The key under which an equal key is stored. */
  #find(key: Value): PrimitiveKey | ContentKey | undefined {
    return isPrimitiveKey(key) ? key : this.#contentKeys?.find(key);
  }
}

function keyValue(key: PrimitiveKey | ContentKey): Value {
  return key instanceof ContentKey ? key.value : key;
}
