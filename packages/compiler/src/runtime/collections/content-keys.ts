import { javaEquals } from "../object/equals.js";
import { javaHashCode } from "../object/hash-code.js";
import type { Value } from "../value.js";

/** A key that JS would compare by identity and Java compares by content: a list, a map, a BigInteger, … */
export class ContentKey {
  readonly value: Value;
  /** Hash at the time of insertion: a key that is changed later is lost, in Java as here. */
  readonly hash: number;
  constructor(value: Value, hash: number) {
    this.value = value;
    this.hash = hash;
  }
}

/** The keys of a map that are no primitives, found by hash and content. */
export class ContentKeys {
  readonly #buckets = new Map<number, ContentKey[]>();

  find(key: Value): ContentKey | undefined {
    return this.#buckets.get(javaHashCode(key))?.find((other) => javaEquals(key, other.value));
  }

  add(key: Value): ContentKey {
    const added = new ContentKey(key, javaHashCode(key));
    const bucket = this.#buckets.get(added.hash);
    if (bucket === undefined) this.#buckets.set(added.hash, [added]);
    else bucket.push(added);
    return added;
  }

  delete(key: ContentKey): void {
    const bucket = (this.#buckets.get(key.hash) ?? []).filter((other) => other !== key);
    if (bucket.length > 0) this.#buckets.set(key.hash, bucket);
    else this.#buckets.delete(key.hash);
  }
}
