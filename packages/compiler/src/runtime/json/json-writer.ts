import { JavaCollection } from "../collections/collection.js";
import { mapEntries } from "../collections/map.js";
import { NumberObject } from "../number/index.js";
import { enterNested, leaveNested } from "../object/nesting.js";
import { print } from "../object/print.js";
import { JavaException, type JavaMap, JavaObject, type Value } from "../value.js";

/** A value that contains another one many times over is far longer than it is large. No payload is over 10 MB. */
const MAX_LENGTH = 2 ** 24;

/** Classes that json-smart takes for beans without properties. */
const EMPTY_BEAN = /^java\.lang\.Character$|Iterator$|Itr$|Block\$Reference$/;

/**
 * json-smart's `JsonWriter`: any value as JSON, in the style that `quote` gives to strings.
 *
 * Throws NullPointerException for a null key, IllegalAccessError for objects that json-smart cannot look into, and
 * StackOverflowError or OutOfMemoryError for what is nested too deeply or too long.
 */
export function writeJson(root: Value, quote: (text: string) => string): string {
  let text = "";

  const write = (value: Value): void => {
    if (typeof value === "string") text += quote(value);
    else if (typeof value !== "object" || value === null) text += print(value);
    else if (value instanceof JavaObject && !(value instanceof JavaCollection)) text += objectText(value);
    else writeNested(value);
  };

  const writeNested = (value: JavaMap | JavaCollection | readonly Value[]): void => {
    if (text.length > MAX_LENGTH) throw new JavaException("java.lang.OutOfMemoryError", "Java heap space");
    enterNested();
    try {
      if (value instanceof JavaCollection) writeItems(value.items());
      else if (Array.isArray(value)) writeItems(value);
      else writeMembers(value as JavaMap);
    } finally {
      leaveNested();
    }
  };

  const writeItems = (items: readonly Value[]): void => {
    let separator = "[";
    for (const item of items) {
      text += separator;
      write(item);
      separator = ",";
    }
    text += separator === "[" ? "[]" : "]";
  };

  const writeMembers = (map: JavaMap): void => {
    let separator = "{";
    for (const [key, value] of mapEntries(map)) {
      if (key === null) throw new JavaException("java.lang.NullPointerException", "null key");
      text += `${separator}${quote(print(key))}:`;
      write(value);
      separator = ",";
    }
    text += separator === "{" ? "{}" : "}";
  };

  write(root);
  return text;
}

function objectText(object: JavaObject): string {
  if (object instanceof NumberObject) {
    const text = object.print();
    // JSON has no infinity; json-smart lets NaN pass all the same.
    return /^-?Infinity$/.test(text) ? "null" : text;
  }
  if (EMPTY_BEAN.test(object.className)) return "{}";
  // The accessor class that json-smart generates for a bean may not touch private classes of the JDK.
  throw new JavaException("java.lang.IllegalAccessError", `failed to access class ${object.className}`);
}
