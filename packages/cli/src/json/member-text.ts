import { checkJson } from "./check-json.js";

/**
 * The text of a top-level member's value exactly as a JSON document has it, such as `{ "price": 1.0 }`; undefined when
 * the document is no object or lacks the member. Of a repeated key the last one counts, as for `JSON.parse`.
 */
export function memberText(document: string, key: string): string | undefined {
  let depth = 0;
  let keyText = "";
  let valueStart = -1;
  let found: string | undefined;
  checkJson(document, (kind, start, end) => {
    if (kind === "}" || kind === "]") depth--;
    if (depth === 1 && kind === ":") valueStart = end;
    else if (depth === 1 && kind === ",") valueStart = -1;
    else if (depth === 1 && valueStart < 0) keyText = document.slice(start, end);
    else if (depth === 1 && JSON.parse(keyText) === key) found = document.slice(valueStart, end).trim();
    if (kind === "{" || kind === "[") depth++;
  });
  return found;
}
