import type { Value } from "../value.js";
import { work } from "../work.js";
import { parseNatively } from "./native-json.js";
import { parsePermissively } from "./permissive-parser.js";

/**
 * What `$input` and `$util.parseJson` make of a text: json-smart 2.2 in permissive mode. Objects are maps, arrays are
 * plain JS arrays, and a text that is no JSON is itself. Throws ParseException where even json-smart gives up.
 */
export function parseJson(text: string): Value {
  work(text.length);
  return parseNatively(text) ?? parsePermissively(text);
}
