const SPECIAL = /["'\\/\p{Cc}\u{80}-\u{10ffff}]/u;
const SHORT = new Map([
  ["\b", "\\b"],
  ["\f", "\\f"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

/** What `$util.escapeJavaScript` does, for the engines that do not bring it: commons-lang's `StringEscapeUtils`. */
export function escapeJavaScript(text) {
  if (!SPECIAL.test(text)) return text;
  let escaped = "";
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const character = text[i];
    if (code < 32 || code > 126) {
      escaped += SHORT.get(character) ?? `\\u${code.toString(16).toUpperCase().padStart(4, "0")}`;
    } else {
      escaped += `"'\\/`.includes(character) ? `\\${character}` : character;
    }
  }
  return escaped;
}
