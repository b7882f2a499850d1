import { work } from "../work.js";

const NEEDS_ESCAPE = /["'\\/\u0000-\u001f\u0080-\uffff]/;
const EVERY_ESCAPE = /["'\\/\u0000-\u001f\u0080-\uffff]/g;

const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([
  ["\b", "\\b"],
  ["\n", "\\n"],
  ["\t", "\\t"],
  ["\f", "\\f"],
  ["\r", "\\r"],
  ["'", "\\'"],
  ['"', '\\"'],
  ["\\", "\\\\"],
  ["/", "\\/"],
]);

function escapeUnit(unit: string): string {
  return SHORT_ESCAPES.get(unit) ?? `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/**
 * commons-lang 2.6 `StringEscapeUtils.escapeJavaScript`: escapes `'` and `/` too (so the result need not be valid JSON)
 * and writes each UTF-16 unit from U+0080 as `\uXXXX` in upper case; U+007F stays as it is.
 */
export function escapeJavaScript(text: string): string {
  work(text.length);
  return NEEDS_ESCAPE.test(text) ? text.replace(EVERY_ESCAPE, escapeUnit) : text;
}
