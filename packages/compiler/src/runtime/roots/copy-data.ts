import { enterNested, leaveNested } from "../object/nesting.js";
import { JavaObject } from "../value.js";

/** What a copy of JSON-like data is made of, beside texts, booleans and nulls. */
export interface Copying<Copy> {
  /** Of numbers that JavaScript has no form for there are objects, from `parseEvent`. */
  copyNumber(data: number | bigint | JavaObject): Copy;
  copyList(items: Copy[]): Copy;
  copyMap(entries: [string, Copy][]): Copy;
}

/**
 * A deep copy, so that nobody changes anything of the caller's. What JSON has no form for becomes null, but a member
 * that is undefined is none. Throws StackOverflowError for what has no end.
 */
export function copyData<Copy>(data: unknown, copying: Copying<Copy>): Copy | string | boolean | null {
  if (typeof data === "string" || typeof data === "boolean") return data;
  if (typeof data === "number" || typeof data === "bigint" || data instanceof JavaObject)
    return copying.copyNumber(data);
  if (typeof data !== "object" || data === null) return null;
  enterNested();
  try {
    const copyOf = (value: unknown) => copyData(value, copying) as Copy;
    if (Array.isArray(data)) return copying.copyList(data.map(copyOf));
    const entries = Object.entries(data).filter(([, value]) => value !== undefined);
    return copying.copyMap(entries.map(([key, value]) => [key, copyOf(value)]));
  } finally {
    leaveNested();
  }
}
