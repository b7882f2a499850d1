import { JavaCollection } from "../collections/collection.js";
import { mapEntries } from "../collections/map.js";
import { formatDouble, NumberObject } from "../number/index.js";
import { enterNested, leaveNested } from "../object/nesting.js";
import { print } from "../object/print.js";
import { JavaException, type JavaMap, JavaObject, type Value } from "../value.js";

/** A value that contains another one many times over is far longer than it is large. No payload is over 10 MB. */
const MAX_LENGTH = 2 ** 24;

/** Classes that json-smart takes for beans without properties. */
const EMPTY_BEAN = /^java\.lang\.Character$|Iterator$|Itr$|Block\$Reference$/;

/** json-smart's `JsonWriter`: any value as JSON, in the style that `quote` gives to strings. */
export class JsonWriter {
  readonly #quote: (text: string) => string;
  #text = "";

  constructor(quote: (text: string) => string) {
    this.#quote = quote;
  }

  /**
   * Throws NullPointerException for a null key, IllegalAccessError for objects that json-smart cannot look into, and
   * StackOverflowError or OutOfMemoryError for what is nested too deeply or too long.
   */
  write(value: Value): string {
    this.#write(value);
    return this.#text;
  }

  #write(value: Value): void {
    switch (typeof value) {
      case "string":
        this.#text += this.#quote(value);
        return;
      case "number":
        this.#text += Number.isInteger(value) ? String(value) : formatDouble(value);
        return;
      case "boolean":
      case "bigint":
        this.#text += String(value);
        return;
    }
    if (value === null) this.#text += "null";
    else if (value instanceof JavaObject && !(value instanceof JavaCollection)) this.#text += objectText(value);
    else this.#writeNested(value);
  }

  #writeNested(value: JavaMap | JavaCollection | readonly Value[]): void {
    if (this.#text.length > MAX_LENGTH) throw new JavaException("java.lang.OutOfMemoryError", "Java heap space");
    enterNested();
    try {
      if (value instanceof JavaCollection) this.#writeItems(value.items());
      else if (Array.isArray(value)) this.#writeItems(value);
      else this.#writeMap(value as JavaMap);
    } finally {
      leaveNested();
    }
  }

  #writeItems(items: readonly Value[]): void {
    let separator = "[";
    for (const item of items) {
      this.#text += separator;
      this.#write(item);
      separator = ",";
    }
    this.#text += separator === "[" ? "[]" : "]";
  }

  #writeMap(map: JavaMap): void {
    let separator = "{";
    for (const [key, value] of mapEntries(map)) {
      if (key === null) throw new JavaException("java.lang.NullPointerException", "null key");
      this.#text += `${separator}${this.#quote(print(key))}:`;
      this.#write(value);
      separator = ",";
    }
    this.#text += separator === "{" ? "{}" : "}";
  }
}

function objectText(object: JavaObject): string {
  if (object instanceof NumberObject) {
    const text = object.print();
    // JSON has no infinity; json-smart lets NaN pass all the same.
    return text === "Infinity" || text === "-Infinity" ? "null" : text;
  }
  if (EMPTY_BEAN.test(object.className)) return "{}";
  // The accessor class that json-smart generates for a bean may not touch private classes of the JDK.
  throw new JavaException("java.lang.IllegalAccessError", `failed to access class ${object.className}`);
}
