import { JavaCollection } from "../collections/collection.js";
import { mapEntries } from "../collections/map.js";
import { formatDouble, isNumber } from "../number/index.js";
import { enterNested, leaveNested } from "../object/nesting.js";
import { print } from "../object/print.js";
import { isList, JavaException, type JavaList, type JavaMap, JavaObject, type Value } from "../value.js";
import { quoteJson, quoteJsonForWeb } from "./quote.js";

type Quote = (text: string) => string;

/** json-smart's `LT_COMPRESS`, what `$input.json` prints. Throws NullPointerException for a null key. */
export function toJson(value: Value): string {
  return write(value, quoteJson);
}

/** `JSONArray.toString()`, json-smart's `NO_COMPRESS`: the same, but `/` is escaped. */
export function printJsonArray(list: JavaList): string {
  return write(list, quoteJsonForWeb);
}

function write(value: Value, quote: Quote): string {
  switch (typeof value) {
    case "string":
      return quote(value);
    case "number":
      return Number.isInteger(value) ? String(value) : formatDouble(value);
    case "boolean":
    case "bigint":
      return String(value);
  }
  if (value === null) return "null";
  if (value instanceof JavaObject && !(value instanceof JavaCollection)) return writeObject(value);
  enterNested();
  try {
    if (isList(value)) return writeItems(value, quote);
    return value instanceof JavaCollection ? writeItems(value.items(), quote) : writeMap(value, quote);
  } finally {
    leaveNested();
  }
}

function writeItems(items: readonly Value[], quote: Quote): string {
  let text = "[";
  let separator = "";
  for (const item of items) {
    text += separator + write(item, quote);
    separator = ",";
  }
  return `${text}]`;
}

function writeMap(map: JavaMap, quote: Quote): string {
  let text = "{";
  let separator = "";
  for (const [key, value] of mapEntries(map)) {
    if (key === null) throw new JavaException("java.lang.NullPointerException", "null key");
    text += `${separator}${quote(print(key))}:${write(value, quote)}`;
    separator = ",";
  }
  return `${text}}`;
}

/** Classes that json-smart takes for beans without properties. */
const EMPTY_BEAN = /^java\.lang\.Character$|Iterator$|Itr$/;

function writeObject(object: JavaObject): string {
  if (isNumber(object)) {
    const text = object.print();
    // JSON has no infinity, but json-smart lets NaN pass.
    return text === "Infinity" || text === "-Infinity" ? "null" : text;
  }
  if (EMPTY_BEAN.test(object.className)) return "{}";
  // The accessor class that json-smart generates for a bean may not touch private classes of the JDK.
  throw new JavaException("java.lang.IllegalAccessError", `failed to access class ${object.className}`);
}
