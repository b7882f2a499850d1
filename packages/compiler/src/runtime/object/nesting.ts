import { JavaException } from "../value.js";
import { work } from "../work.js";

/**
 * Levels of lists and maps that are printed, compared or hashed. A JVM overflows its stack at some thousands,
 * depending on its settings; a list that contains a list that contains the first one gets there in any case.
 */
const MAX_NESTING = 1500;

let nesting = 0;

/** A list that contains another one twice, which contains another one twice, has no end though its depth is small. */
const CONTAINER = 8;

/** Goes before a `try` whose `finally` calls `leaveNested`. */
export function enterNested(): void {
  if (nesting >= MAX_NESTING) throw new JavaException("java.lang.StackOverflowError", "nested too deeply");
  work(CONTAINER);
  nesting++;
}

export function leaveNested(): void {
  nesting--;
}
