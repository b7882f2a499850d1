import { javaEscape } from "../text/java-escape.js";

/** json-smart's `isUnicode`: controls, and the whole block from general punctuation to currency signs. */
const NEEDS_ESCAPE = /["\\\x00-\x1f\x7f-\x9f\u2000-\u20ff]/;
const NEEDS_ESCAPE_FOR_WEB = /["\\\x00-\x1f\x7f-\x9f\u2000-\u20ff/]/;
const EACH_ESCAPED = new RegExp(NEEDS_ESCAPE, "g");
const EACH_ESCAPED_FOR_WEB = new RegExp(NEEDS_ESCAPE_FOR_WEB, "g");

/** A JSON string as json-smart's `LT_COMPRESS` writes it; `/` stays. */
export function quoteJson(text: string): string {
  return NEEDS_ESCAPE.test(text) ? `"${text.replace(EACH_ESCAPED, javaEscape)}"` : `"${text}"`;
}

/** A JSON string as json-smart's `NO_COMPRESS` writes it, with `\/`. */
export function quoteJsonForWeb(text: string): string {
  return NEEDS_ESCAPE_FOR_WEB.test(text) ? `"${text.replace(EACH_ESCAPED_FOR_WEB, javaEscape)}"` : `"${text}"`;
}
