import { work } from "../work.js";
import { javaEscape } from "./java-escape.js";

const NEEDS_ESCAPE = /["'\\/\u0000-\u001f\u0080-\uffff]/;
const EVERY_ESCAPE = new RegExp(NEEDS_ESCAPE, "g");

/**
 * commons-lang 2.6 `StringEscapeUtils.escapeJavaScript`: escapes `'` and `/` too (so the result need not be valid JSON)
 * and writes each UTF-16 unit from U+0080 as `\uXXXX` in upper case; U+007F stays as it is.
 */
export function escapeJavaScript(text: string): string {
  work(text.length);
  return NEEDS_ESCAPE.test(text) ? text.replace(EVERY_ESCAPE, javaEscape) : text;
}
