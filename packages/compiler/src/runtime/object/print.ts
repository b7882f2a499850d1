import { JavaCollection } from "../collections/collection.js";
import { isContextMap, mapEntries } from "../collections/map.js";
import { printJsonArray } from "../json/print.js";
import { formatDouble } from "../number/index.js";
import { ArrayList, isList, JavaArray, type JavaList, type JavaMap, JavaObject, type Value } from "../value.js";
import { work } from "../work.js";
import { identityHash } from "./identity-hash.js";
import { className } from "./java-class.js";
import { enterNested, leaveNested } from "./nesting.js";

/** Java's `String.valueOf`. Throws StackOverflowError for what is nested too deeply or contains itself further down. */
export function print(value: Value): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return Number.isInteger(value) ? String(value) : formatDouble(value);
  if (typeof value !== "object" || value === null) return String(value);
  if (isContextMap(value)) return "";
  enterNested();
  try {
    if (isList(value)) return printList(value);
    if (!(value instanceof JavaObject)) return printMap(value);
    return value instanceof JavaCollection ? printItems(value, value.items()) : value.print();
  } finally {
    leaveNested();
  }
}

/** `Map.Entry.toString`. */
export function printEntry(key: Value, value: Value): string {
  return `${print(key)}=${print(value)}`;
}

function printList(list: JavaList): string {
  if (list instanceof ArrayList) return printItems(list, list);
  if (list instanceof JavaArray) return `${className(list)}@${identityHash(list).toString(16)}`;
  return printJsonArray(list);
}

/** `AbstractCollection.toString`. */
function printItems(collection: Value, items: readonly Value[]): string {
  work(items.length);
  let text = "[";
  let separator = "";
  for (const item of items) {
    text += separator + (item === collection ? "(this Collection)" : print(item));
    separator = ", ";
  }
  return `${text}]`;
}

/** `AbstractMap.toString`. */
function printMap(map: JavaMap): string {
  let text = "{";
  let separator = "";
  for (const [key, value] of mapEntries(map)) {
    text += `${separator}${key === map ? "(this Map)" : print(key)}=${value === map ? "(this Map)" : print(value)}`;
    separator = ", ";
  }
  return `${text}}`;
}
