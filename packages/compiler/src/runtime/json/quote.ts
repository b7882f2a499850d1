import { javaEscapeEach } from "../text/java-escape.js";

/** json-smart's `isUnicode`: controls, and the whole block from general punctuation to currency signs. */
const SPECIAL = /["\\\x00-\x1f\x7f-\x9f\u2000-\u20ff]/g;
const SPECIAL_FOR_WEB = /["\\\x00-\x1f\x7f-\x9f\u2000-\u20ff/]/g;

/** A JSON string as json-smart's `LT_COMPRESS` writes it; `/` stays. */
export function quoteJson(text: string): string {
  return `"${javaEscapeEach(text, SPECIAL)}"`;
}

/** A JSON string as json-smart's `NO_COMPRESS` writes it, with `\/`. */
export function quoteJsonForWeb(text: string): string {
  return `"${javaEscapeEach(text, SPECIAL_FOR_WEB)}"`;
}
