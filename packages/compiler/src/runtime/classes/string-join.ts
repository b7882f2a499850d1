import { JavaCollection } from "../collections/collection.js";
import { className } from "../object/java-class.js";
import { checkStringLength } from "../text/index.js";
import { isList, JavaException, type Value } from "../value.js";
import { required } from "./string-bounds.js";

/**
 * `String.join` of a collection.
 * @throws JavaException ClassCastException for an element that is no string
 */
export function joinCollection(delimiter: string | null, elements: Value): string {
  const collection = required(elements);
  const items = collection instanceof JavaCollection ? collection.items() : isList(collection) ? collection : [];
  return joinItems(required(delimiter), items);
}

/** `String.join` of separate arguments or an array; undefined when one is no string, since no such method fits then. */
export function joinArguments(delimiter: string | null, elements: Value): string | undefined {
  const items = required(elements);
  if (!isList(items) || items.some((item) => item !== null && typeof item !== "string")) return undefined;
  return joinItems(required(delimiter), items);
}

function joinItems(delimiter: string, items: readonly Value[]): string {
  const texts = items.map(textOf);
  checkStringLength(texts.reduce((length, text) => length + text.length, delimiter.length * texts.length));
  return texts.join(delimiter);
}

function textOf(item: Value): string {
  if (item === null) return "null";
  if (typeof item === "string") return item;
  const name = className(item);
  throw new JavaException(
    "java.lang.ClassCastException",
    `class ${name} cannot be cast to class java.lang.CharSequence`,
  );
}
