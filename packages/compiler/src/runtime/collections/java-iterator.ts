import { identityHash } from "../object/identity-hash.js";
import { JavaObject, type Value } from "../value.js";

/** A `java.util.Iterator`. */
export abstract class JavaIterator extends JavaObject {
  abstract hasNext(): boolean;
  /** Throws NoSuchElementException at the end, ConcurrentModificationException when the collection was changed meanwhile. */
  abstract next(): Value;
  /** Removes what `next` returned last; throws IllegalStateException when there is nothing to remove. */
  abstract remove(): void;

  override print(): string {
    return `${this.className}@${identityHash(this).toString(16)}`;
  }
}
