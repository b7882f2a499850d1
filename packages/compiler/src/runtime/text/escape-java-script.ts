import { work } from "../work.js";
import { javaEscapeEach } from "./java-escape.js";

const SPECIAL = /["'\\/\u0000-\u001f\u0080-\uffff]/g;

/**
 * commons-lang 2.6 `StringEscapeUtils.escapeJavaScript`: escapes `'` and `/` too (so the result need not be valid JSON)
 * and writes each UTF-16 unit from U+0080 as `\uXXXX` in upper case; U+007F stays as it is.
 */
export function escapeJavaScript(text: string): string {
  work(text.length);
  return javaEscapeEach(text, SPECIAL);
}
