import { checkJson } from "./check-json.js";

const INDENT = "  ";

/**
 * Lays a JSON text out with an indentation of two. Numbers and strings stay as written (`1.0`, `\u00e9`, integers beyond
 * 2^53), which a round trip through JavaScript values would change. The text must be JSON.
 */
export function prettyJson(text: string): string {
  const parts: string[] = [];
  let depth = 0;
  let justOpened = false;
  const breakLine = () => parts.push("\n", INDENT.repeat(depth));
  checkJson(text, (kind, start, end) => {
    const closes = kind === "}" || kind === "]";
    if (closes) depth--;
    if (justOpened !== closes && (justOpened || closes)) breakLine();
    parts.push(text.slice(start, end));
    justOpened = kind === "{" || kind === "[";
    if (justOpened) depth++;
    if (kind === ":") parts.push(" ");
    if (kind === ",") breakLine();
  });
  return parts.join("");
}
