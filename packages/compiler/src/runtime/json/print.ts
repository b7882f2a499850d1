import type { JavaList, Value } from "../value.js";
import { work } from "../work.js";
import { writeJson } from "./json-writer.js";
import { printNatively } from "./native-print.js";
import { quoteJson, quoteJsonForWeb } from "./quote.js";

/** json-smart's `LT_COMPRESS`, what `$input.json` prints. Throws what `writeJson` does. */
export function toJson(value: Value): string {
  const text = printNatively(value) ?? writeJson(value, quoteJson);
  work(text.length >> 3);
  return text;
}

/** `JSONArray.toString()`, json-smart's `NO_COMPRESS`: the same, but with `\/`. */
export function printJsonArray(list: JavaList): string {
  return writeJson(list, quoteJsonForWeb);
}
