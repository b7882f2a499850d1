import { JavaException } from "../value.js";

/** Longer strings would not fit the heap of the service either. */
const MAX_LENGTH = 1 << 28;

/** @throws JavaException OutOfMemoryError when the string gets too long */
export function checkLength(length: number): void {
  if (length > MAX_LENGTH) throw new JavaException("java.lang.OutOfMemoryError", "Java heap space");
}

/** `repeat`. */
export function repeat(text: string, count: number): string {
  if (count < 0) throw new JavaException("java.lang.IllegalArgumentException", `count is negative: ${count}`);
  checkLength(text.length * count);
  return text.repeat(count);
}
