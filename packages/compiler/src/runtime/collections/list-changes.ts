import { JavaException, type JavaList } from "../value.js";

const MOD_COUNT = Symbol("modCount");

interface CountedList {
  [MOD_COUNT]?: number;
}

/** Java's `modCount`: how often the list has been changed structurally, that is other than by replacing an element. */
export function listModCount(list: JavaList): number {
  return (list as CountedList)[MOD_COUNT] ?? 0;
}

/** Every operation that adds, removes or reorders elements calls it, or a loop over the list goes on as if nothing happened. */
export function countListChange(list: JavaList): void {
  const counted = list as CountedList;
  counted[MOD_COUNT] = (counted[MOD_COUNT] ?? 0) + 1;
}

/** What `next()` of every Java iterator checks first. */
export function checkModCount(actual: number, expected: number): void {
  if (actual !== expected) throw new JavaException("java.util.ConcurrentModificationException", "");
}
