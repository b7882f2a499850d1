import { JavaException } from "../value.js";

/** UTF-16 units; longer strings would not fit the heap of the service's JVM either, and crash some browsers. */
const MAX_LENGTH = 1 << 28;

/** @throws JavaException OutOfMemoryError when a string of this length must not be made */
export function checkStringLength(length: number): void {
  if (length > MAX_LENGTH) throw new JavaException("java.lang.OutOfMemoryError", "Java heap space");
}
