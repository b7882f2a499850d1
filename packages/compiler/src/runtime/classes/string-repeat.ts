import { checkStringLength } from "../text/index.js";
import { JavaException } from "../value.js";

/** `repeat`. */
export function repeat(text: string, count: number): string {
  if (count < 0) throw new JavaException("java.lang.IllegalArgumentException", `count is negative: ${count}`);
  checkStringLength(text.length * count);
  return text.repeat(count);
}
