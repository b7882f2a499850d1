import { mapEntries } from "../runtime/collections/map.js";
import { print } from "../runtime/object/print.js";
import { isList, isMap, type Value } from "../runtime/value.js";

/** A text longer than this is cut. */
const LONGEST_TEXT = 200;
const MOST_ITEMS = 10;
const DEEPEST = 3;

/**
 * A value in words for people: JSON as far as that goes. Calls nothing that a template could have put into the value, such as a
 * block of `#define`, which would run.
 */
export function describeValue(value: Value, depth = 0): string {
  if (value === null) return "missing";
  if (typeof value === "string") return quoted(value);
  if (typeof value !== "object") return String(value);
  if (isList(value)) return depth > DEEPEST ? "[…]" : `[${listed(value, (item) => describeValue(item, depth + 1))}]`;
  if (isMap(value)) {
    if (depth > DEEPEST) return "{…}";
    const entry = ([key, one]: [Value, Value]): string =>
      `${describeValue(key, depth + 1)}: ${describeValue(one, depth + 1)}`;
    return `{${listed(mapEntries(value), entry)}}`;
  }
  const { className } = value;
  return /^java\.(?:lang|math)\./.test(className) ? print(value) : `a ${className.replace(/^.*\./, "")}`;
}

function listed<Item>(items: Iterable<Item>, describe: (item: Item) => string): string {
  const told: string[] = [];
  for (const item of items) {
    if (told.length === MOST_ITEMS) {
      told.push("…");
      break;
    }
    told.push(describe(item));
  }
  return told.join(", ");
}

function quoted(text: string): string {
  return text.length <= LONGEST_TEXT ? JSON.stringify(text) : `${JSON.stringify(text.slice(0, LONGEST_TEXT))}…`;
}
