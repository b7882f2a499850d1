import { type JsonPosition, step } from "./json-automaton.js";

/**
 * Where a document is taken to stand after a character that it cannot have: as if what was forgotten before it, or
 * said too much, had been put right. `undefined`: nothing follows.
 */
export function recover(position: JsonPosition, char: string): JsonPosition | undefined {
  const { at, open } = position;
  if (at === "string") return position;
  if (at === "escape" || at === "unicode") return { ...position, at: "string", rest: "" };
  if (char === "}" || char === "]") return open === "" ? afterValue(position) : afterValue(position, open.slice(0, -1));
  if (char === "," && open !== "") return { ...afterValue(position), at: open.endsWith("[") ? "value" : "name" };
  if (char === ":") return { ...position, at: "value", rest: "", isName: false };
  const isName = at === "name" || at === "object-start";
  if (/["{[]/.test(char)) {
    const value = step({ ...position, at: "value", rest: "", isName: false }, char);
    return value && (isName && char === '"' ? { ...value, isName } : value);
  }
  if (!/[\w.+-]/.test(char)) return isEndOfValue(at) ? afterValue(position) : position;
  return { ...position, at: "word", rest: "", isName };
}

/** The place behind a word that is none of JSON's. */
export function afterWord(position: JsonPosition): JsonPosition {
  return position.isName ? { ...position, at: "colon", isName: false } : afterValue(position);
}

function afterValue(position: JsonPosition, open = position.open): JsonPosition {
  return { at: "after-value", open, rest: "", isName: false };
}

function isEndOfValue(at: JsonPosition["at"]): boolean {
  return !["value", "array-start", "object-start", "name", "colon"].includes(at);
}
