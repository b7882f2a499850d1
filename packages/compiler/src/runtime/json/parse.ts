import type { Value } from "../value.js";
import { isNativeJson } from "./native-json.js";
import { PermissiveParser } from "./permissive-parser.js";

/**
 * What `$input` and `$util.parseJson` make of a text: json-smart 2.2 in permissive mode. Objects are maps, arrays are
 * plain JS arrays, and a text that is no JSON is itself. Throws ParseException where even json-smart gives up.
 */
export function parseJson(text: string): Value {
  if (isNativeJson(text)) {
    try {
      return JSON.parse(text) as Value;
    } catch {
      // Not strict JSON: leave it to the permissive parser.
    }
  }
  return new PermissiveParser(text).parse();
}
