import type { JavaIterator } from "../collections/java-iterator.js";
import { checkModCount, listModCount } from "../collections/list-changes.js";
import { JavaException, type JavaList, type Value } from "../value.js";

/** Whether the list is still the one that the loop began with. */
export function isUnchanged(list: JavaList, modCount: number): boolean {
  return listModCount(list) === modCount;
}

/** The next item where it is not simply read from the list: from an iterator, or the error of a list changed meanwhile. */
export function nextItem(items: JavaList | JavaIterator, index: number, modCount: number): Value {
  if (!Array.isArray(items)) return items.next();
  checkModCount(listModCount(items), modCount);
  return items[index] ?? null;
}

export function raise(javaClass: string, message: string): never {
  throw new JavaException(javaClass, message);
}

export function raiseMissingResource(message: string): never {
  throw new JavaException("org.apache.velocity.exception.ResourceNotFoundException", message);
}
